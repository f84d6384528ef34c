package io.windrose.analysis.check.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.analysis.check.security.Judge.Fact;
import io.windrose.analysis.check.security.Judge.Request;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import io.windrose.config.resource.AuthorizationPolicy.Condition;
import io.windrose.config.resource.AuthorizationPolicy.Operation;
import io.windrose.config.resource.AuthorizationPolicy.Rule;
import io.windrose.config.resource.AuthorizationPolicy.Source;
import io.windrose.config.resource.AuthorizationPolicy.Values;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.Origin;
import io.windrose.kernel.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Rules from few words, so that they often meet, and every request of these words.
final class CoveringTest {
    private static final List<String> PRINCIPALS =
            List.of("td/ns/a/sa/x", "td/ns/a/sa/y", "td/ns/b/sa/x");
    private static final List<String> PATHS = List.of("/", "/a", "/a/b", "/b");
    private static final List<String> METHODS = List.of("GET", "PUT");
    private static final List<String> PORTS = List.of("80", "90");
    private static final int PAIRS = 4_000;

    @Test
    void whatIsCoveredIsAllowedByTheWiderRule() {
        var random = new SplittableRandom(6);
        var requests = requests();
        int covered = 0;
        for (int i = 0; i < PAIRS; i++) {
            var broad = rule(random);
            var narrow = rule(random);
            if (Covering.covers(broad, narrow)) {
                covered++;
                for (var request : requests) {
                    assertThat(allows(broad, request) || !allows(narrow, request))
                            .as("%s covers %s, but not %s", broad, narrow, request)
                            .isTrue();
                }
            }
        }
        assertThat(covered).isBetween(PAIRS / 50, PAIRS - 1);
    }

    @Test
    void everyRuleCoversItself() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < PAIRS; i++) {
            var rule = rule(random);
            assertThat(Covering.covers(rule, rule)).as("%s", rule).isTrue();
        }
    }

    @Test
    void whatIsUnknownOfARequestMayLetItThrough() {
        var rule =
                new Rule(
                        List.of(),
                        List.of(operation(new Values(List.of("/a"), List.of()))),
                        List.of());
        var unknown =
                new Request(
                        Judge.UNKNOWN, Judge.UNKNOWN, Judge.UNKNOWN, Judge.UNKNOWN, Judge.UNKNOWN);
        var elsewhere =
                new Request(
                        Judge.UNKNOWN,
                        Judge.UNKNOWN,
                        Judge.UNKNOWN,
                        new Fact.Known("/b"),
                        Judge.UNKNOWN);

        assertThat(Judge.refusal(List.of(policy(Action.ALLOW, rule)), unknown)).isEmpty();
        assertThat(Judge.refusal(List.of(policy(Action.DENY, rule)), unknown)).isEmpty();
        assertThat(Judge.refusal(List.of(policy(Action.ALLOW, rule)), elsewhere)).isPresent();
        assertThat(Judge.refusal(List.of(policy(Action.DENY, rule)), elsewhere)).isEmpty();
    }

    private static boolean allows(Rule rule, Request request) {
        return Judge.refusal(List.of(policy(Action.ALLOW, rule)), request).isEmpty();
    }

    private static AuthorizationPolicy policy(Action action, Rule rule) {
        return new AuthorizationPolicy(
                ObjectMeta.of("shop", "cart"),
                Origin.NOWHERE,
                Selector.ALL,
                List.of(),
                action,
                "",
                List.of(rule));
    }

    private static List<Request> requests() {
        var requests = new ArrayList<Request>();
        for (var principal : facts(PRINCIPALS)) {
            for (var path : PATHS) {
                for (var method : METHODS) {
                    for (var port : PORTS) {
                        requests.add(
                                new Request(
                                        principal,
                                        Judge.NONE,
                                        new Fact.Known(method),
                                        new Fact.Known(path),
                                        new Fact.Known(port)));
                    }
                }
            }
        }
        return requests;
    }

    private static List<Fact> facts(List<String> words) {
        var facts = new ArrayList<Fact>();
        facts.add(Judge.NONE);
        words.forEach(word -> facts.add(new Fact.Known(word)));
        return facts;
    }

    private static Rule rule(SplittableRandom random) {
        return new Rule(
                some(random, () -> source(random)),
                some(random, () -> operation(random)),
                random.nextInt(4) == 0
                        ? List.of(new Condition(Clauses.PRINCIPAL, values(random, PRINCIPALS)))
                        : List.of());
    }

    private static <T> List<T> some(SplittableRandom random, Supplier<T> next) {
        var all = new ArrayList<T>();
        for (int left = random.nextInt(3); left > 0; left--) {
            all.add(next.get());
        }
        return all;
    }

    private static Source source(SplittableRandom random) {
        return new Source(
                values(random, PRINCIPALS),
                Values.ANY,
                values(random, List.of("a", "b")),
                Values.ANY,
                Values.ANY,
                Values.ANY,
                Values.ANY);
    }

    private static Operation operation(SplittableRandom random) {
        return new Operation(
                Values.ANY, exact(random, PORTS), values(random, METHODS), values(random, PATHS));
    }

    private static Operation operation(Values paths) {
        return new Operation(Values.ANY, Values.ANY, Values.ANY, paths);
    }

    private static Values exact(SplittableRandom random, List<String> words) {
        return random.nextBoolean()
                ? Values.ANY
                : new Values(List.of(words.get(random.nextInt(words.size()))), List.of());
    }

    private static Values values(SplittableRandom random, List<String> words) {
        return new Values(patterns(random, words), patterns(random, words));
    }

    private static List<String> patterns(SplittableRandom random, List<String> words) {
        var patterns = new ArrayList<String>();
        for (int left = Math.max(0, random.nextInt(4) - 1); left > 0; left--) {
            var word = words.get(random.nextInt(words.size()));
            int cut = random.nextInt(word.length() + 1);
            patterns.add(
                    switch (random.nextInt(6)) {
                        case 0 -> word.substring(0, cut) + "*";
                        case 1 -> "*" + word.substring(cut);
                        case 2 -> "*";
                        default -> word;
                    });
        }
        return patterns;
    }
}
