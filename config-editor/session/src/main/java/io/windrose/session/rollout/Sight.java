package io.windrose.session.rollout;

import io.windrose.kernel.TrafficSplit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What can be seen of a route at one moment.
///
/// @param split what the configuration that the mesh follows asks for
/// @param version of the mesh with that configuration
/// @param proxies empty where nobody knows any; an empty list means that none is connected
public record Sight(
        Instant at, TrafficSplit split, long version, Optional<List<ProxySight>> proxies) {

    public Sight {
        proxies = proxies.map(List::copyOf);
    }

    /// @param acknowledged newest version of the mesh that it accepted as a whole
    /// @param rejection why it refused the newest answer of some type; empty when it did not
    public record ProxySight(String name, long acknowledged, String rejection) {}
}
