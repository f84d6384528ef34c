package io.windrose.proxy.xds;

import com.google.protobuf.Any;
import java.util.List;
import java.util.Set;

/// What one response of a control plane changes, whichever dialect it came in.
///
/// @param removed names that are no longer there
record XdsUpdate(XdsType type, List<Sent> resources, Set<String> removed) {

    /// @param name empty where only the resource itself tells it
    record Sent(String name, String version, Any resource) {}

    XdsUpdate {
        resources = List.copyOf(resources);
        removed = Set.copyOf(removed);
    }
}
