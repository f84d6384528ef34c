package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Rules of a VirtualService that never get a request, because earlier ones take it.
final class RuleOrder implements Check {

    /// One condition of a rule.
    ///
    /// @param label of its rule, as in `#2` or a name
    private record Match(Node rule, Node node, String label) {}

    @Override
    public Set<String> codes() {
        return Set.of("IST0130", "IST0131", "WR0213");
    }

    @Override
    public Set<String> reads() {
        return Set.of(Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var object : mesh.all(Kinds.VIRTUAL_SERVICE)) {
            for (var protocol : List.of("http", "tls", "tcp")) {
                check(object.spec().get(protocol), protocol.equals("http"), found);
            }
        }
    }

    private static void check(Node rules, boolean http, Consumer<Finding> found) {
        var distinct = new ArrayList<Match>();
        var before = new HashMap<Object, Match>();
        String catchAll = "";
        for (var rule : rules.items()) {
            var label = label(rule);
            var matches = rule.items("match");
            if (!catchAll.isEmpty()) {
                found.accept(behind(rules, rule, catchAll));
                continue;
            }
            if (matches.isEmpty()) {
                var wide =
                        http
                                ? Overlaps.ofEverything(distinct.stream().map(Match::node).toList())
                                : Optional.<Node>empty();
                wide.ifPresent(match -> found.accept(afterAll(rules, rule, match)));
                catchAll = label;
                continue;
            }
            compare(rules, rule, before, distinct, found);
        }
        if (http) {
            Overlaps.of(distinct.stream().map(Match::node).toList())
                    .forEach((later, earlier) -> found.accept(overlap(later, earlier)));
        }
    }

    private static void compare(
            Node rules,
            Node rule,
            Map<Object, Match> before,
            List<Match> distinct,
            Consumer<Finding> found) {
        var repeated = new ArrayList<Match>();
        var matches = rule.items("match");
        for (var node : matches) {
            var match = new Match(rule, node, label(rule));
            var earlier = before.putIfAbsent(value(node), match);
            if (earlier == null) {
                distinct.add(match);
                continue;
            }
            repeated.add(match);
            found.accept(repeated(rule, node, earlier, matches.size() > 1));
        }
        if (repeated.size() == matches.size()) {
            found.accept(dead(rules, rule));
        }
    }

    /// Apart from the name, which no request has.
    private static Object value(Node match) {
        var value = new HashMap<String, Object>();
        match.members().stream()
                .filter(member -> !member.name().equals("name"))
                .forEach(member -> value.put(member.name(), member.value()));
        return value;
    }

    private static String label(Node rule) {
        var name = rule.text("name");
        return name.isEmpty() ? "#" + rule.index() : "\"" + name + "\"";
    }

    private static Finding behind(Node rules, Node rule, String catchAll) {
        return Finding.of(
                        "IST0130",
                        rule,
                        "Rule %s takes everything before this one, so nothing reaches it; the rule without a match belongs at the end."
                                .formatted(catchAll))
                .with(Edits.remove("Remove the rule", rules, rule));
    }

    private static Finding afterAll(Node rules, Node rule, Node match) {
        return Finding.of(
                        "WR0213",
                        rule,
                        "Rule %s has a match for every path, so nothing reaches this one."
                                .formatted(label(match.around().around())))
                .with(Edits.remove("Remove the rule", rules, rule));
    }

    private static Finding dead(Node rules, Node rule) {
        return Finding.of(
                        "IST0130",
                        rule,
                        "Earlier rules have every match of this one, so nothing reaches it.")
                .with(Edits.remove("Remove the rule", rules, rule));
    }

    private static Finding repeated(Node rule, Node match, Match earlier, boolean others) {
        var finding =
                Finding.of(
                        "IST0131",
                        match,
                        "Rule %s has this match already, so it selects nothing here."
                                .formatted(earlier.label()));
        return others
                ? finding.with(Edits.remove("Remove the match", rule.get("match"), match))
                : finding;
    }

    private static String paths(Node match) {
        var prefix = match.text("uri", "prefix");
        var path = prefix.isEmpty() ? "all paths" : "prefix " + prefix;
        return match.text("uri", "exact").isEmpty() ? path : match.text("uri", "exact");
    }

    /// Istio's own check compares prefixes alone, and calls an exact path behind a prefix well.
    private static boolean isSeenByIstio(Node later, Node earlier) {
        var prefix = earlier.text("uri", "prefix");
        var other = later.text("uri", "prefix");
        return !prefix.isEmpty() && other.length() > prefix.length();
    }

    private static Finding overlap(Node later, Node earlier) {
        var finding =
                Finding.of(
                        isSeenByIstio(later, earlier) ? "IST0131" : "WR0213",
                        later,
                        "An earlier match, for %s, takes every request of this one, so it selects nothing."
                                .formatted(paths(earlier)));
        var matches = later.around();
        boolean same = matches.path().equals(earlier.around().path());
        return same ? finding.with(Edits.remove("Remove the match", matches, later)) : finding;
    }
}
