package io.windrose.controlplane.session;

import io.windrose.translate.XdsResource;
import io.windrose.translate.XdsType;
import java.util.List;

/// One answer or push of one type.
///
/// @param version of the mesh that it was made from
/// @param removed names that do not exist (any more); always empty in the state of the world
public record Response(
        XdsType type,
        String nonce,
        long version,
        List<XdsResource> resources,
        List<String> removed) {
    public Response {
        resources = List.copyOf(resources);
        removed = List.copyOf(removed);
    }
}
