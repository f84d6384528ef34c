package io.windrose.registry;

import io.windrose.config.resource.Sidecar;
import io.windrose.config.resource.VirtualService;
import java.util.List;
import java.util.Optional;

/// What a sidecar offers its application through one of its outbound doors.
///
/// @param port the only port that this is about; empty for all ports of the services
/// @param bind an address or a `unix://` path; empty for what the services' addresses say
/// @param services that may be called, each with only those ports that may; oldest first
/// @param virtualServices that route to them, in the order of their precedence
public record EgressListener(
        Optional<Sidecar.Port> port,
        String bind,
        Sidecar.CaptureMode captureMode,
        List<Service> services,
        List<VirtualService> virtualServices) {

    public EgressListener {
        services = List.copyOf(services);
        virtualServices = List.copyOf(virtualServices);
    }
}
