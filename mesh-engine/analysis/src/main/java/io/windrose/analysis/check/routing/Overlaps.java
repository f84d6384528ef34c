package io.windrose.analysis.check.routing;

import io.windrose.analysis.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/// Matches by prefix that an earlier, shorter prefix leaves nothing for.
final class Overlaps {
    private static final Set<String> MAPS = Set.of("headers", "queryParams", "withoutHeaders");

    private static final Set<String> TEXTS = Set.of("exact", "prefix");

    private Overlaps() {}

    /// @param matches in their order
    /// @return each match that is covered, with the first that covers it
    static SequencedMap<Node, Node> of(List<Node> matches) {
        var covered = new LinkedHashMap<Node, Node>();
        var byPrefix = new HashMap<String, List<Node>>();
        for (var match : matches) {
            var prefix = match.text("uri", "prefix");
            if (prefix.isEmpty()) {
                continue;
            }
            // All prefixes of the prefix are looked up, so that long lists stay cheap.
            for (int end = 1; end < prefix.length() && !covered.containsKey(match); end++) {
                for (var earlier : byPrefix.getOrDefault(prefix.substring(0, end), List.of())) {
                    if (!covered.containsKey(match) && covers(earlier, match)) {
                        covered.put(match, earlier);
                    }
                }
            }
            byPrefix.computeIfAbsent(prefix, _ -> new ArrayList<>()).add(match);
        }
        return covered;
    }

    private static boolean covers(Node earlier, Node later) {
        for (var condition : earlier.members()) {
            var name = condition.name();
            var other = later.get(name);
            boolean weaker =
                    switch (name) {
                        case "uri", "name" -> true;
                        case "method", "authority", "scheme" -> isWeaker(condition, other);
                        default ->
                                MAPS.contains(name)
                                        ? areWeaker(condition, other)
                                        : condition.value().equals(other.value());
                    };
            if (!weaker) {
                return false;
            }
        }
        // A later match that ignores case takes more than an earlier one that does not.
        return earlier.get("ignoreUriCase").isTrue() || !later.get("ignoreUriCase").isTrue();
    }

    private static boolean areWeaker(Node conditions, Node others) {
        return conditions.members().stream()
                .allMatch(one ->
                        others.get(one.name()).exists() && isWeaker(one, others.get(one.name())));
    }

    /// Whether all that the other text condition takes is taken by this one.
    private static boolean isWeaker(Node condition, Node other) {
        var one = new TreeMap<>(condition.words());
        var two = new TreeMap<>(other.words());
        if (one.equals(two)) {
            return condition.value().equals(other.value());
        }
        var prefix = one.get("prefix");
        return prefix != null
                && one.size() == 1
                && TEXTS.containsAll(two.keySet())
                && two.values().stream().anyMatch(text -> text.startsWith(prefix));
    }
}
