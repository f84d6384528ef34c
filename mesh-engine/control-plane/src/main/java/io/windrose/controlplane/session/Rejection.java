package io.windrose.controlplane.session;

import java.time.Instant;
import java.util.List;

/// A response that a proxy did not take.
///
/// @param reason in the proxy's words
/// @param names the resources in that response, sorted; one or more of them are to blame
public record Rejection(String reason, List<String> names, Instant at) {
    public Rejection {
        names = List.copyOf(names);
    }
}
