package io.windrose.traffic.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.traffic.authorize.Authorizer.Action;
import io.windrose.traffic.match.Head;
import io.windrose.traffic.match.HeaderMatch;
import io.windrose.traffic.match.IpAddress;
import io.windrose.traffic.match.IpRange;
import io.windrose.traffic.match.NoRequest;
import io.windrose.traffic.match.StringMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AuthorizerTest {
    private static final Term YES = new Term.Always(true);
    private static final Term NO = new Term.Always(false);
    private static final Term WHO_KNOWS = new Term.NotUnderstood("condition");
    private static final Caller CLIENT =
            new Caller(
                    true,
                    List.of("spiffe://cluster.local/ns/default/sa/bookinfo-productpage"),
                    IpAddress.parse("10.0.0.1"),
                    9080,
                    IpAddress.parse("10.0.0.9"),
                    IpAddress.parse("192.0.2.7"),
                    "outbound_.9080_._.reviews.default");
    private static final Caller STRANGER = new Caller(false, List.of(), null, 9080, null, null, "");

    @Test
    void allowNeedsAMatch() {
        var authorizer = authorizer(Action.ALLOW, policy("b", NO, YES), policy("a", YES, YES));

        assertThat(check(authorizer))
                .isEqualTo(new Verdict(true, "a", "rbac_access_denied_matched_policy[a]"));
        assertThat(check(authorizer(Action.ALLOW)))
                .isEqualTo(new Verdict(false, "none", "rbac_access_denied_matched_policy[none]"));
    }

    @Test
    void denyRefusesOnAMatch() {
        assertThat(check(authorizer(Action.DENY, policy("no one", YES, YES))))
                .isEqualTo(
                        new Verdict(false, "no one", "rbac_access_denied_matched_policy[no_one]"));
        assertThat(check(authorizer(Action.DENY, policy("p", YES, NO))).allowed()).isTrue();
    }

    @Test
    void logNeverRefuses() {
        assertThat(check(authorizer(Action.LOG, policy("p", YES, YES))).allowed()).isTrue();
        assertThat(check(authorizer(Action.LOG)).allowed()).isTrue();
    }

    @Test
    void policiesAreJudgedByName() {
        var authorizer =
                authorizer(Action.ALLOW, policy("rule[2]", YES, YES), policy("rule[10]", YES, YES));

        assertThat(check(authorizer).policy()).isEqualTo("rule[10]");
    }

    @Test
    void whatIsNotUnderstoodNeverAllowsAndAlwaysDenies() {
        for (var term :
                List.of(
                        WHO_KNOWS,
                        new Term.Not(WHO_KNOWS),
                        new Term.And(List.of(YES, WHO_KNOWS)),
                        new Term.Or(List.of(NO, WHO_KNOWS)))) {
            assertThat(check(authorizer(Action.ALLOW, policy("p", YES, term))).allowed())
                    .as("%s", term)
                    .isFalse();
            assertThat(check(authorizer(Action.DENY, policy("p", term, YES))).allowed())
                    .as("%s", term)
                    .isFalse();
        }
    }

    @Test
    void whatIsDecidedWithoutItStaysDecided() {
        var impossible = new Term.And(List.of(WHO_KNOWS, NO));
        var certain = new Term.Or(List.of(WHO_KNOWS, YES));

        assertThat(check(authorizer(Action.DENY, policy("p", impossible, YES))).allowed()).isTrue();
        assertThat(check(authorizer(Action.ALLOW, policy("p", certain, YES))).allowed()).isTrue();
    }

    @Test
    void termsLookAtConnectionAndRequest() {
        assertTerm(new Term.Authenticated(null), true, false);
        assertTerm(new Term.Authenticated(StringMatch.regex(".*/ns/default/.*")), true, false);
        assertTerm(new Term.Authenticated(StringMatch.exact("other")), false, false);
        assertTerm(new Term.Not(new Term.Authenticated(StringMatch.exact("x"))), true, true);
        assertTerm(new Term.LocalPort(9080, 9081), true, true);
        assertTerm(new Term.LocalPort(9081, 9082), false, false);
        assertTerm(new Term.LocalAddress(range("10.0.0.1", 32)), true, false);
        assertTerm(new Term.DirectRemoteAddress(range("10.0.0.0", 8)), true, false);
        assertTerm(new Term.RemoteAddress(range("10.0.0.0", 8)), false, false);
        assertTerm(new Term.RemoteAddress(range("192.0.2.0", 24)), true, false);
        assertTerm(new Term.ServerName(StringMatch.prefix("outbound_.")), true, false);
        assertTerm(new Term.Header(HeaderMatch.exact(":method", "GET")), true, true);
    }

    @Test
    void pathsAreComparedWithoutTheirQuery() {
        var authorizer =
                authorizer(
                        Action.ALLOW,
                        policy("p", new Term.Path(StringMatch.exact("/reviews/0")), YES));

        assertThat(authorizer.check(CLIENT, Head.get("r", "/reviews/0?x=1")).allowed()).isTrue();
        assertThat(authorizer.check(CLIENT, Head.get("r", "/reviews/01")).allowed()).isFalse();
        assertThat(authorizer.check(CLIENT, NoRequest.HEAD).allowed()).isFalse();
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /// However the unknown would turn out, the call would be allowed: only then is it.
    @ParameterizedTest
    @MethodSource("seeds")
    void aVerdictHoldsWhateverTheUnknownMeans(long seed) {
        var random = new SplittableRandom(seed);
        var action = random.nextBoolean() ? Action.ALLOW : Action.DENY;
        var policies = new ArrayList<Policy>();
        for (int i = random.nextInt(4); i > 0; i--) {
            policies.add(policy("p" + i, anyTerm(random, 3), anyTerm(random, 3)));
        }

        boolean allowed = new Authorizer(action, policies).check(CLIENT, NoRequest.HEAD).allowed();

        boolean forAllMeanings =
                IntStream.range(0, 4)
                        .allMatch(meaning -> plainlyAllowed(action, policies, meaning));
        if (allowed) {
            assertThat(forAllMeanings).isTrue();
        }
        if (policies.stream().noneMatch(policy -> policy.toString().contains("NotUnderstood"))) {
            assertThat(allowed).isEqualTo(forAllMeanings);
        }
    }

    private static boolean plainlyAllowed(Action action, List<Policy> policies, int meaning) {
        boolean matched =
                policies.stream()
                        .anyMatch(policy ->
                                holds(policy.permission(), meaning)
                                        && holds(policy.principal(), meaning));
        return matched == (action == Action.ALLOW);
    }

    /// @param meaning one bit for each of the two unknowns
    private static boolean holds(Term term, int meaning) {
        return switch (term) {
            case Term.Always(var value) -> value;
            case Term.And(var terms) -> terms.stream().allMatch(each -> holds(each, meaning));
            case Term.Or(var terms) -> terms.stream().anyMatch(each -> holds(each, meaning));
            case Term.Not(var inner) -> !holds(inner, meaning);
            case Term.NotUnderstood(var what) -> (meaning & (what.equals("first") ? 1 : 2)) != 0;
            default -> throw new IllegalArgumentException("not generated: " + term);
        };
    }

    private static Term anyTerm(SplittableRandom random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return switch (random.nextInt(6)) {
                case 0 -> new Term.NotUnderstood("first");
                case 1 -> new Term.NotUnderstood("second");
                default -> new Term.Always(random.nextBoolean());
            };
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Term.Not(anyTerm(random, depth - 1));
            case 1 -> new Term.And(List.of(anyTerm(random, depth - 1), anyTerm(random, depth - 1)));
            default -> new Term.Or(List.of(anyTerm(random, depth - 1), anyTerm(random, depth - 1)));
        };
    }

    private static void assertTerm(Term term, boolean forClient, boolean forStranger) {
        var head = Head.get("reviews", "/");
        assertThat(term.test(CLIENT, head)).as("%s", term).isEqualTo(Truth.of(forClient));
        assertThat(term.test(STRANGER, head)).as("%s", term).isEqualTo(Truth.of(forStranger));
    }

    private static IpRange range(String base, int prefix) {
        return Objects.requireNonNull(IpRange.parse(base, prefix));
    }

    private static Verdict check(Authorizer authorizer) {
        return authorizer.check(CLIENT, Head.get("reviews", "/"));
    }

    private static Authorizer authorizer(Action action, Policy... policies) {
        return new Authorizer(action, List.of(policies));
    }

    private static Policy policy(String name, Term permission, Term principal) {
        return new Policy(name, permission, principal);
    }
}
