package io.windrose.analysis.check.security;

import io.windrose.traffic.authorize.Caller;
import io.windrose.traffic.authorize.Policy;
import io.windrose.traffic.authorize.Truth;
import io.windrose.traffic.match.NoRequest;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// Whether one rule of the engine matches every request that another one does. What cannot be told
/// from the rules alone counts as no. For one run of a check.
final class Covering {
    /// Requests of which only a way is known.
    private static final Cases ANY =
            new Cases(
                    new Caller(false, List.of(), null, 0, null, null, ""),
                    NoRequest.HEAD,
                    _ -> false);

    private final IdentityHashMap<Policy, Optional<List<Way>>> ways = new IdentityHashMap<>();

    boolean covers(Policy broad, Policy narrow) {
        return ways(narrow)
                .filter(all -> all.stream().allMatch(way -> areMatched(broad, way)))
                .isPresent();
    }

    /// Whether no request matches; false where that is not certain.
    boolean isEmpty(Policy rule) {
        return ways(rule).filter(List::isEmpty).isPresent();
    }

    /// Whether all of these requests match; false where that is not certain.
    static boolean areMatched(Policy rule, Way way) {
        return ANY.areSure(rule, way, Truth.TRUE);
    }

    private Optional<List<Way>> ways(Policy rule) {
        return ways.computeIfAbsent(rule, Way::of);
    }
}
