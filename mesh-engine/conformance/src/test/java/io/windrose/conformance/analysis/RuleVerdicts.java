package io.windrose.conformance.analysis;

import io.windrose.traffic.authorize.Authorizer.Action;
import io.windrose.traffic.authorize.Policy;
import io.windrose.traffic.authorize.Truth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The findings about rules of policies, and which calls these rules match in the proxies.
final class RuleVerdicts {
    private final Said said;
    private final RuleTexts texts;
    private final List<Call> calls;
    private final Map<String, Part> parts = new TreeMap<>();
    private final List<String> contradictions;

    private RuleVerdicts(
            Said said, RuleTexts texts, List<Call> calls, List<String> contradictions) {
        this.said = said;
        this.texts = texts;
        this.calls = calls;
        this.contradictions = contradictions;
    }

    /// A rule.
    ///
    /// @param matched the calls that it matches, as bits
    /// @param guards where it is in force
    private record Part(String name, Action action, BitSet matched, List<Guard> guards) {
        /// What holds in one namespace does not in others, where there might be more Pods.
        boolean isWithin(Part other) {
            var left = (BitSet) matched.clone();
            left.andNot(other.matched);
            return left.isEmpty()
                    && other.guards.containsAll(guards)
                    && (RuleTexts.isOfAllNamespaces(other.name)
                            || !RuleTexts.isOfAllNamespaces(name));
        }

        String place() {
            return RuleTexts.place(name);
        }
    }

    /// @param contradictions are added here
    static void compare(
            Said said,
            RuleTexts texts,
            List<Guard> guards,
            List<Call> calls,
            List<String> contradictions) {
        var verdicts = new RuleVerdicts(said, texts, calls, contradictions);
        for (var guard : guards) {
            for (var action : List.of(Action.ALLOW, Action.DENY)) {
                guard.rules(action).forEach(rule -> verdicts.add(rule, action, guard));
            }
        }
        verdicts.parts.values().stream()
                .filter(part -> !texts.isNothing(part.name()))
                .forEach(verdicts::compare);
        guards.forEach(verdicts::without);
    }

    /// All rules together that decide nothing are not missed either.
    private void without(Guard guard) {
        var all = new BitSet();
        var rest = new BitSet();
        for (var part : parts.values()) {
            if (part.action() == Action.ALLOW && part.guards().contains(guard)) {
                all.or(part.matched());
                if (!said.has("WR0103", part.place())) {
                    rest.or(part.matched());
                }
            }
        }
        if (!all.equals(rest)) {
            contradictions.add(guard.pod() + " misses rules that decide nothing");
        }
    }

    private void add(Policy rule, Action action, Guard guard) {
        parts.computeIfAbsent(
                        rule.name(),
                        name -> new Part(name, action, matched(rule), new ArrayList<>()))
                .guards()
                .add(guard);
    }

    private BitSet matched(Policy rule) {
        var matched = new BitSet();
        for (int i = 0; i < calls.size(); i++) {
            var call = calls.get(i);
            matched.set(i, rule.test(call.known(), call.head()) == Truth.TRUE);
        }
        return matched;
    }

    private void compare(Part part) {
        boolean never = part.matched().isEmpty();
        check(part, "WR0113", never, isPlain(part) && never);
        if (never || part.action() == Action.DENY) {
            return;
        }
        boolean isDenied = said.has("WR0114", part.place());
        check(
                part,
                "WR0114",
                all().stream().anyMatch(other -> denies(other, part)),
                plain().stream().anyMatch(other -> isPlain(part) && denies(other, part)));
        check(
                part,
                "WR0103",
                all().stream().anyMatch(other -> allows(other, part)),
                !isDenied
                        && plain().stream().anyMatch(other -> isPlain(part) && voids(other, part)));
    }

    /// @param isTrue whether what the code says of the rule holds of all calls
    /// @param isSeen whether the code should be said
    private void check(Part part, String code, boolean isTrue, boolean isSeen) {
        boolean isClaimed = said.has(code, part.place());
        // a part of a rule may be what never matches
        if (isClaimed && !isTrue && !code.equals("WR0113")) {
            contradictions.add(part.place() + " does something in spite of " + code);
        } else if (!isClaimed && isSeen) {
            contradictions.add(part.place() + " does nothing, unseen by " + code);
        }
    }

    private List<Part> all() {
        return List.copyOf(parts.values());
    }

    private List<Part> plain() {
        return all().stream().filter(this::isPlain).toList();
    }

    /// Whether the calls tell all about a rule.
    private boolean isPlain(Part part) {
        return !texts.asksForTokens(part.name()) && !texts.isOfGhosts(part.name());
    }

    private static boolean denies(Part other, Part part) {
        return other.action() == Action.DENY && part.isWithin(other);
    }

    private static boolean allows(Part other, Part part) {
        return !other.name().equals(part.name())
                && other.action() == Action.ALLOW
                && part.isWithin(other);
    }

    private static boolean voids(Part other, Part part) {
        return allows(other, part)
                && (!other.isWithin(part) || other.place().compareTo(part.place()) < 0);
    }
}
