package io.windrose.runtime;

import io.windrose.traffic.listener.ChainMatch;
import io.windrose.traffic.listener.ChainMatch.SourceType;
import io.windrose.traffic.listener.FilterChain;
import io.windrose.traffic.match.IpAddress;
import io.windrose.traffic.match.IpRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Filter-chain matching the way Envoy builds it: a map from each value of the first question to a
/// map of the second, and so on; at each level one entry is entered and never left again.
final class NestedChains {

    /// One question: the values that a chain names, and the values to look for, the closest first.
    private record Level(
            Function<ChainMatch, Collection<?>> named,
            Function<Arrival, Function<Collection<Object>, List<Object>>> wanted) {}

    private static final Object OPEN = "-";

    private static final List<Level> LEVELS =
            List.of(
                    new Level(
                            m ->
                                    m.destinationPort() == 0
                                            ? List.of()
                                            : List.of(m.destinationPort()),
                            a -> _ -> List.of(a.localPort(), OPEN)),
                    new Level(
                            ChainMatch::destinations, a -> keys -> ranges(keys, a.localAddress())),
                    new Level(ChainMatch::serverNames, a -> _ -> names(a.serverName())),
                    new Level(
                            m -> m.transport().isEmpty() ? List.of() : List.of(m.transport()),
                            a -> _ -> List.of(a.transport(), OPEN)),
                    new Level(
                            ChainMatch::applicationProtocols,
                            a ->
                                    _ -> {
                                        var order = new ArrayList<Object>(a.protocols());
                                        order.add(OPEN);
                                        return order;
                                    }),
                    new Level(
                            ChainMatch::directSources, a -> keys -> ranges(keys, a.directSource())),
                    new Level(
                            m ->
                                    m.sourceType() == SourceType.ANY
                                            ? List.of()
                                            : List.of(m.sourceType()),
                            a -> _ -> List.of(type(a), OPEN)),
                    new Level(ChainMatch::sources, a -> keys -> ranges(keys, a.source())),
                    new Level(ChainMatch::sourcePorts, a -> _ -> List.of(a.sourcePort(), OPEN)));

    private NestedChains() {}

    static @Nullable FilterChain find(List<FilterChain> chains, Arrival arrival) {
        return find(chains, arrival, 0);
    }

    private static @Nullable FilterChain find(
            List<FilterChain> chains, Arrival arrival, int depth) {
        if (depth == LEVELS.size()) {
            return chains.getFirst();
        }
        var level = LEVELS.get(depth);
        Map<Object, List<FilterChain>> map = new LinkedHashMap<>();
        for (var chain : chains) {
            var named = level.named().apply(chain.match());
            for (var value : named.isEmpty() ? List.of(OPEN) : named) {
                map.computeIfAbsent(value, _ -> new ArrayList<>()).add(chain);
            }
        }
        for (var key : level.wanted().apply(arrival).apply(map.keySet())) {
            var next = map.get(key);
            if (next != null) {
                return find(next, arrival, depth + 1);
            }
        }
        return null;
    }

    private static List<Object> ranges(Collection<Object> keys, @Nullable IpAddress address) {
        var order = new ArrayList<Object>();
        keys.stream()
                .filter(IpRange.class::isInstance)
                .map(IpRange.class::cast)
                .filter(range -> address != null && range.contains(address))
                .sorted(Comparator.comparingInt(IpRange::prefix).reversed())
                .forEach(order::add);
        order.add(OPEN);
        return order;
    }

    private static List<Object> names(String name) {
        var order = new ArrayList<Object>(List.of(name));
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            order.add("*" + name.substring(dot));
        }
        order.add(OPEN);
        return order;
    }

    private static SourceType type(Arrival arrival) {
        var source = arrival.source();
        boolean local =
                source != null && (source.isLoopback() || source.equals(arrival.localAddress()));
        return local ? SourceType.SAME_IP_OR_LOOPBACK : SourceType.EXTERNAL;
    }
}
