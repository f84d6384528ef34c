package io.windrose.registry;

import io.windrose.config.resource.Sidecar;
import java.util.List;
import java.util.Optional;

/// What a proxy may know of the mesh: by `exportTo`, and by the Sidecar resource that is for it.
///
/// @param sidecar the resource that narrows the view; empty when none does
/// @param egress in the order of the resource; a single one for everything when there is none
/// @param services all that any of the doors, or a route behind one, leads to; oldest first
public record Visibility(
        Optional<Sidecar> sidecar,
        List<EgressListener> egress,
        List<Service> services,
        Sidecar.OutboundMode outbound) {

    public Visibility {
        egress = List.copyOf(egress);
        services = List.copyOf(services);
    }
}
