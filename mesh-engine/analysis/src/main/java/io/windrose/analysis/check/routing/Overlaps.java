package io.windrose.analysis.check.routing;

import io.windrose.analysis.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Matches that an earlier, wider one leaves nothing for.
final class Overlaps {
    private static final Set<String> TEXTS = Set.of("exact", "prefix");

    private Overlaps() {}

    /// @param matches in their order
    /// @param ending whether what a match takes goes on to no later one; only such cover others
    /// @return each match that is covered, with the first that covers it
    static SequencedMap<Node, Node> of(List<Node> matches, Predicate<Node> ending) {
        var covered = new LinkedHashMap<Node, Node>();
        var byStart = new HashMap<String, List<Node>>();
        for (var match : matches) {
            coverer(byStart, match).ifPresent(earlier -> covered.put(match, earlier));
            key(match)
                    .filter(_ -> ending.test(match))
                    .ifPresent(
                            key -> byStart.computeIfAbsent(key, _ -> new ArrayList<>()).add(match));
        }
        return covered;
    }

    /// The first among all that take every request.
    static Optional<Node> ofEverything(List<Node> matches) {
        return matches.stream()
                .filter(match -> match.members().stream().allMatch(Overlaps::takesAll))
                .findFirst();
    }

    private static boolean takesAll(Node condition) {
        return switch (condition.name()) {
            case "name", "ignoreUriCase", "statPrefix" -> true;
            case "uri" -> condition.text("prefix").equals("/");
            default -> false;
        };
    }

    /// Under which it covers others: a prefix, nothing for all paths, or an exact path after a
    /// blank; empty for an expression.
    private static Optional<String> key(Node match) {
        var uri = match.get("uri");
        var exact = uri.text("exact");
        var prefix = uri.text("prefix");
        return uri.exists() && (exact + prefix).isEmpty()
                ? Optional.empty()
                : Optional.of(exact.isEmpty() ? prefix : " " + exact);
    }

    /// What the paths of a match begin with, at least.
    private static String start(Node match) {
        var text = match.text("uri", "prefix") + match.text("uri", "exact");
        return text.isEmpty() ? "/" : text;
    }

    /// All beginnings of the path are looked up, so that long lists stay cheap.
    private static Optional<Node> coverer(Map<String, List<Node>> byStart, Node match) {
        var start = start(match);
        var keys =
                IntStream.rangeClosed(0, start.length()).mapToObj(end -> start.substring(0, end));
        var exact = match.text("uri", "exact");
        return Stream.concat(keys, exact.isEmpty() ? Stream.of() : Stream.of(" " + exact))
                .flatMap(key -> byStart.getOrDefault(key, List.of()).stream())
                .filter(earlier -> covers(earlier, match))
                .findFirst();
    }

    private static boolean covers(Node earlier, Node later) {
        for (var condition : earlier.members()) {
            var name = condition.name();
            var other = later.get(name);
            boolean weaker =
                    switch (name) {
                        case "uri", "name", "statPrefix", "ignoreUriCase" -> true;
                        case "method", "authority", "scheme" -> isWeaker(condition, other);
                        case "headers", "queryParams" -> areWeaker(condition, other);
                        case "withoutHeaders" -> areStricter(condition, other);
                        default -> condition.value().equals(other.value());
                    };
            if (!weaker) {
                return false;
            }
        }
        // A later match that ignores case takes more than an earlier one that does not.
        return !earlier.get("uri").exists()
                || earlier.get("ignoreUriCase").isTrue()
                || !later.get("ignoreUriCase").isTrue();
    }

    /// What must not be there: who excludes less takes more.
    private static boolean areStricter(Node conditions, Node others) {
        return conditions.members().stream()
                .allMatch(one ->
                        others.get(one.name()).exists() && isWeaker(others.get(one.name()), one));
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
