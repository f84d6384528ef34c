package io.windrose.analysis.check.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.analysis.Mesh;
import io.windrose.analysis.Settings;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import io.windrose.config.resource.AuthorizationPolicy.Operation;
import io.windrose.config.resource.AuthorizationPolicy.Rule;
import io.windrose.config.resource.AuthorizationPolicy.Values;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.Origin;
import io.windrose.kernel.Selector;
import io.windrose.traffic.authorize.Policy;
import io.windrose.traffic.authorize.Truth;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Rules from few words, so that they often meet, and requests of these words, which the engine
/// judges.
final class CoveringTest {
    private static final int PAIRS = Boolean.getBoolean("windrose.long") ? 100_000 : 600;

    @Test
    void whatIsCoveredIsAllowedByTheWiderRule() {
        var words = new RuleWords(new SplittableRandom(6));
        var covering = new Covering();
        int covered = 0;
        int open = 0;
        for (int i = 0; i < PAIRS; i++) {
            var broad = words.rule();
            var narrow = words.rule();
            var wide = engine(broad);
            var strict = engine(narrow);
            boolean isCovered = covering.covers(wide, strict);
            boolean isShown = false;
            for (int request = 0; request < 40 && !isShown; request++) {
                var call = words.call(narrow);
                isShown = matches(strict, call) && !matches(wide, call);
                assertThat(isCovered && isShown)
                        .as("%s covers %s, but not %s", broad, narrow, call)
                        .isFalse();
            }
            covered += isCovered ? 1 : 0;
            open += isCovered || isShown ? 0 : 1;
        }
        assertThat(covered).isBetween(PAIRS / 50, PAIRS - 1);
        // of these no request was drawn that shows why not
        assertThat(open).isLessThan(PAIRS / 4);
    }

    @Test
    void whatIsEmptyMatchesNothing() {
        var words = new RuleWords(new SplittableRandom(8));
        var covering = new Covering();
        int empty = 0;
        for (int i = 0; i < PAIRS; i++) {
            var rule = words.rule();
            var strict = engine(rule);
            if (covering.isEmpty(strict)) {
                empty++;
                for (int request = 0; request < 40; request++) {
                    var call = words.call(rule);
                    assertThat(matches(strict, call)).as("%s and %s", rule, call).isFalse();
                }
            }
        }
        assertThat(empty).isBetween(PAIRS / 100, PAIRS / 2);
    }

    @Test
    void everyRuleCoversItself() {
        var words = new RuleWords(new SplittableRandom(7));
        for (int i = 0; i < PAIRS; i++) {
            var rule = words.rule();
            assertThat(new Covering().covers(engine(rule), engine(rule))).as("%s", rule).isTrue();
        }
    }

    @Test
    void whatIsUnknownOfARequestMayLetItThrough() {
        var paths = new Values(List.of("/a"), List.of());
        var operation = new Operation(Values.ANY, Values.ANY, Values.ANY, paths);
        var rule = new Rule(List.of(), List.of(operation), List.of());
        var elsewhere = Way.get("/b", "http");
        var judge = new Judge(new EngineRules(Mesh.of(List.of(), Settings.DEFAULT)));

        assertThat(judge.refusal(List.of(policy(Action.ALLOW, rule)), Way.ALL)).isEmpty();
        assertThat(judge.refusal(List.of(policy(Action.DENY, rule)), Way.ALL)).isEmpty();
        assertThat(judge.refusal(List.of(policy(Action.ALLOW, rule)), elsewhere)).isPresent();
        assertThat(judge.refusal(List.of(policy(Action.DENY, rule)), elsewhere)).isEmpty();
    }

    private static boolean matches(Policy rule, RuleWords.Call call) {
        return rule.test(call.caller(), call) == Truth.TRUE;
    }

    private static Policy engine(Rule rule) {
        return new EngineRules(Mesh.of(List.of(), Settings.DEFAULT))
                .of(policy(Action.ALLOW, rule))
                .getFirst()
                .orElseThrow();
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
}
