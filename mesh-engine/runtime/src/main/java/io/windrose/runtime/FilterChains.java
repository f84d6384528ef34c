package io.windrose.runtime;

import io.windrose.traffic.listener.ChainMatch;
import io.windrose.traffic.listener.FilterChain;
import io.windrose.traffic.listener.Listener;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which filter chain of a listener a connection gets.
///
/// Question by question, the chains that come closest stay and all others are out for good: a
/// connection to a port that some chain names never falls back to chains without a port, even when
/// none of the port's chains fits in the end.
///
/// @see <a href="https://github.com/envoyproxy/envoy">Envoy</a> `filter_chain_manager_impl.cc`
public final class FilterChains {
    private static final ChainCriterion[] CRITERIA = ChainCriterion.values();

    private final FilterChain[] chains;
    private final @Nullable FilterChain fallback;

    private FilterChains(List<FilterChain> chains, @Nullable FilterChain fallback) {
        this.chains = chains.toArray(FilterChain[]::new);
        this.fallback = fallback;
    }

    public static FilterChains of(Listener listener) {
        return new FilterChains(listener.chains(), listener.defaultChain());
    }

    /// @return the listener's default chain when none fits; null when it has no default either
    public @Nullable FilterChain find(Arrival arrival) {
        var left = chains.clone();
        int count = left.length;
        for (var criterion : CRITERIA) {
            count = keepClosest(criterion, arrival, left, count);
        }
        return count == 0 ? fallback : left[0];
    }

    /// Two chains that the same connection could get, which Envoy refuses; null when there are
    /// none.
    static @Nullable String overlap(List<FilterChain> chains) {
        for (int i = 0; i < chains.size(); i++) {
            for (int j = i + 1; j < chains.size(); j++) {
                if (overlap(chains.get(i).match(), chains.get(j).match())) {
                    return "filter chains '%s' (no. %d) and '%s' (no. %d) match alike"
                            .formatted(chains.get(i).name(), i, chains.get(j).name(), j);
                }
            }
        }
        return null;
    }

    private static int keepClosest(
            ChainCriterion criterion, Arrival arrival, FilterChain[] left, int count) {
        int closest = ChainCriterion.NO_MATCH;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int closeness = criterion.closeness(left[i].match(), arrival);
            if (closeness > closest) {
                closest = closeness;
                kept = 0;
            }
            if (closeness == closest && closeness != ChainCriterion.NO_MATCH) {
                left[kept++] = left[i];
            }
        }
        return kept;
    }

    private static boolean overlap(ChainMatch a, ChainMatch b) {
        return a.destinationPort() == b.destinationPort()
                && a.transport().equals(b.transport())
                && a.sourceType() == b.sourceType()
                && share(a.serverNames(), b.serverNames())
                && share(a.applicationProtocols(), b.applicationProtocols())
                && share(Set.copyOf(a.destinations()), Set.copyOf(b.destinations()))
                && share(Set.copyOf(a.directSources()), Set.copyOf(b.directSources()))
                && share(Set.copyOf(a.sources()), Set.copyOf(b.sources()))
                && share(a.sourcePorts(), b.sourcePorts());
    }

    private static boolean share(Set<?> a, Set<?> b) {
        return a.isEmpty() == b.isEmpty() && (a.isEmpty() || !Collections.disjoint(a, b));
    }
}
