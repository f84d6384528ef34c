package io.windrose.analysis.check.routing;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Rules of a VirtualService that never get a request, because earlier ones take it.
final class RuleOrder implements ObjectCheck {

    /// One condition of a rule.
    ///
    /// @param label of its rule, as in `http[2]` or a name
    /// @param ends whether what it takes goes on to no later rule
    private record Match(Node node, String label, boolean ends) {}

    @Override
    public Set<String> codes() {
        return Set.of("IST0130", "IST0131", "WR0213");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject object, Consumer<Finding> found) {
        for (var protocol : List.of("http", "tls", "tcp")) {
            check(mesh, object.spec().get(protocol), protocol.equals("http"), found);
        }
    }

    private static void check(Mesh mesh, Node rules, boolean http, Consumer<Finding> found) {
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
                var wide = http ? Overlaps.ofEverything(ending(distinct)) : Optional.<Node>empty();
                wide.ifPresent(match -> found.accept(afterAll(rules, rule, match)));
                catchAll = ends(mesh, rule) ? label : "";
                continue;
            }
            compare(rules, rule, ends(mesh, rule), before, distinct, found);
        }
        if (http) {
            var ending = new HashSet<>(ending(distinct));
            Overlaps.of(distinct.stream().map(Match::node).toList(), ending::contains)
                    .forEach((later, earlier) -> found.accept(overlap(later, earlier)));
        }
    }

    private static List<Node> ending(List<Match> matches) {
        return matches.stream().filter(Match::ends).map(Match::node).toList();
    }

    /// Whether a rule keeps whatever it takes: what a delegate has no rule for goes on. To Istio's
    /// own check each does.
    private static boolean ends(Mesh mesh, Node rule) {
        var delegate = rule.get("delegate");
        var own = rule.object().namespace();
        var other = delegate.text("namespace");
        return !delegate.exists()
                || mesh
                        .find(
                                Kinds.VIRTUAL_SERVICE,
                                other.isEmpty() ? own : other,
                                delegate.text("name"))
                        .stream()
                        .filter(one -> Names.exportTo(one, List.of("*")).includes(own))
                        .flatMap(one -> one.spec().items("http").stream())
                        .anyMatch(one -> one.items("match").isEmpty());
    }

    private static void compare(
            Node rules,
            Node rule,
            boolean ends,
            Map<Object, Match> before,
            List<Match> distinct,
            Consumer<Finding> found) {
        var repeated = new ArrayList<Match>();
        var matches = rule.items("match");
        for (var node : matches) {
            var match = new Match(node, label(rule), ends);
            var value = value(node);
            var earlier = before.get(value);
            if (ends) {
                before.putIfAbsent(value, match);
            }
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
        return name.isEmpty()
                ? "%s[%d]".formatted(rule.around().name(), rule.index())
                : "\"" + name + "\"";
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
