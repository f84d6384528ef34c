package io.windrose.analysis.check.security;

import io.windrose.traffic.authorize.Policy;
import io.windrose.traffic.authorize.Truth;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// Whether one rule of the engine matches every request that another one does. What cannot be told
/// from the rules alone counts as no. For one run of a check.
final class Covering {
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

    /// The same of some requests only.
    boolean covers(Policy broad, Policy narrow, Way requests) {
        return ways(narrow)
                .filter(all ->
                        all.stream()
                                .map(requests::and)
                                .allMatch(way -> way.isImpossible() || areMatched(broad, way)))
                .isPresent();
    }

    /// Whether all of these requests match; false where that is not certain.
    static boolean areMatched(Policy rule, Way way) {
        return Cases.areSure(rule, way, Truth.TRUE);
    }

    private Optional<List<Way>> ways(Policy rule) {
        return ways.computeIfAbsent(rule, Way::of);
    }
}
