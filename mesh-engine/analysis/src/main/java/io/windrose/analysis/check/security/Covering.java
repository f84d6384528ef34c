package io.windrose.analysis.check.security;

import io.windrose.config.resource.AuthorizationPolicy.Condition;
import io.windrose.config.resource.AuthorizationPolicy.Rule;
import io.windrose.config.resource.AuthorizationPolicy.Values;
import java.util.List;
import java.util.Set;

/// Whether one rule matches every request that another one does. What cannot be told from the rules
/// alone counts as no.
final class Covering {
    /// These are no texts with a `*`; equal ones are the same.
    private static final Set<String> LITERAL =
            Set.of("source.ip", "remote.ip", "destination.ip", Clauses.PORT, Clauses.ACCOUNT);

    private Covering() {}

    static boolean covers(Rule broad, Rule narrow) {
        var broadWays = Clauses.ways(broad);
        return Clauses.ways(narrow).stream()
                .allMatch(way -> broadWays.stream().anyMatch(other -> implies(way, other)));
    }

    /// Whether all conditions of `other` hold where those of `way` do.
    private static boolean implies(List<Condition> way, List<Condition> other) {
        return other.stream()
                .allMatch(wanted -> way.stream().anyMatch(given -> implies(given, wanted)));
    }

    private static boolean implies(Condition given, Condition wanted) {
        if (given.key().equals(wanted.key())) {
            return LITERAL.contains(given.key())
                    ? given.values().equals(wanted.values())
                    : implies(given.values(), wanted.values());
        }
        // a caller's name tells its namespace
        return given.key().equals(Clauses.PRINCIPAL)
                && wanted.key().equals(Clauses.NAMESPACE)
                && wanted.values().notIn().isEmpty()
                && !given.values().in().isEmpty()
                && given.values().in().stream()
                        .map(Identity::namespace)
                        .allMatch(namespace ->
                                !namespace.isEmpty() && isIn(namespace, wanted.values().in()));
    }

    private static boolean isIn(String value, List<String> patterns) {
        return patterns.stream().anyMatch(pattern -> new TextPattern(pattern).matches(value));
    }

    private static boolean implies(Values given, Values wanted) {
        boolean within =
                wanted.in().isEmpty()
                        || (!given.in().isEmpty()
                                && given.in().stream()
                                        .allMatch(one -> isCovered(one, wanted.in())));
        return within
                && wanted.notIn().stream()
                        .allMatch(banned ->
                                isCovered(banned, given.notIn()) || isApart(banned, given.in()));
    }

    private static boolean isCovered(String one, List<String> patterns) {
        var text = new TextPattern(one);
        return patterns.stream().anyMatch(pattern -> pattern.equals(one) || covers(pattern, text));
    }

    /// Paths with `{*}` stand for more than their text.
    private static boolean covers(String pattern, TextPattern text) {
        return !pattern.contains("{")
                && !text.text().contains("{")
                && new TextPattern(pattern).covers(text);
    }

    private static boolean isApart(String banned, List<String> in) {
        return !in.isEmpty()
                && !banned.contains("{")
                && in.stream()
                        .allMatch(one ->
                                !one.contains("{")
                                        && new TextPattern(one)
                                                .isApartFrom(new TextPattern(banned)));
    }
}
