package io.windrose.analysis.check.security;

import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import io.windrose.config.resource.AuthorizationPolicy.Condition;
import io.windrose.config.resource.AuthorizationPolicy.Rule;
import io.windrose.config.resource.AuthorizationPolicy.Values;
import java.util.List;
import java.util.Optional;

/// What policies make of a request of which not everything is known.
final class Judge {

    private Judge() {}

    /// Something that is known of a request, or not.
    sealed interface Fact {
        /// It may be anything.
        record Unknown() implements Fact {}

        /// @param text empty where a request has no such thing
        record Known(String text) implements Fact {}
    }

    static final Fact UNKNOWN = new Fact.Unknown();
    static final Fact NONE = new Fact.Known("");

    /// @param principal of the caller's certificate
    /// @param token the issuer and subject of its token
    record Request(Fact principal, Fact token, Fact method, Fact path, Fact port) {

        private Fact at(String key) {
            return switch (key) {
                case Clauses.PRINCIPAL -> principal;
                case Clauses.NAMESPACE -> part(principal, 2);
                case Clauses.TRUST_DOMAIN -> part(principal, 1);
                case Clauses.ACCOUNT -> account();
                case Clauses.METHOD -> method;
                case Clauses.PATH -> path;
                case Clauses.PORT -> port;
                // a request without a token has no claims either
                default ->
                        key.startsWith(Clauses.TOKEN) && token.equals(NONE)
                                ? NONE
                                : key.equals(Clauses.TOKEN_PRINCIPAL) ? token : UNKNOWN;
            };
        }

        private Fact account() {
            return principal instanceof Fact.Known(var text) && !text.isEmpty()
                    ? UNKNOWN
                    : principal;
        }

        private static Fact part(Fact principal, int which) {
            return switch (principal) {
                case Fact.Unknown unknown -> unknown;
                case Fact.Known(var text) ->
                        new Fact.Known(
                                which == 1 ? Identity.trustDomain(text) : Identity.namespace(text));
            };
        }
    }

    /// The later one is the truer.
    private enum Truth {
        NO,
        MAYBE,
        YES;

        static Truth of(boolean yes) {
            return yes ? YES : NO;
        }

        Truth and(Truth other) {
            return compareTo(other) < 0 ? this : other;
        }

        Truth or(Truth other) {
            return compareTo(other) > 0 ? this : other;
        }

        Truth not() {
            return switch (this) {
                case NO -> YES;
                case MAYBE -> MAYBE;
                case YES -> NO;
            };
        }
    }

    /// The policy that is sure to refuse the request, whatever else is true of it; of those that
    /// should have allowed it the last one. Empty where it may get through.
    ///
    /// @param policies all that apply, widest first
    static Optional<AuthorizationPolicy> refusal(
            List<AuthorizationPolicy> policies, Request request) {
        var denies = AppliedPolicies.with(Action.DENY, policies);
        var denial =
                denies.stream().filter(policy -> matches(policy, request) == Truth.YES).findFirst();
        var allows = AppliedPolicies.with(Action.ALLOW, policies);
        boolean allowed =
                allows.isEmpty()
                        || allows.stream().anyMatch(one -> matches(one, request) != Truth.NO);
        return denial.isPresent() || allowed ? denial : Optional.of(allows.getLast());
    }

    private static Truth matches(AuthorizationPolicy policy, Request request) {
        return policy.rules().stream()
                .map(rule -> matches(rule, request))
                .reduce(Truth.NO, Truth::or);
    }

    private static Truth matches(Rule rule, Request request) {
        return Clauses.ways(rule).stream()
                .map(way -> all(way, request))
                .reduce(Truth.NO, Truth::or);
    }

    private static Truth all(List<Condition> way, Request request) {
        return way.stream()
                .map(condition -> holds(condition.values(), request.at(condition.key())))
                .reduce(Truth.YES, Truth::and);
    }

    private static Truth holds(Values values, Fact fact) {
        var in = values.in().isEmpty() ? Truth.YES : anyOf(values.in(), fact);
        return in.and(anyOf(values.notIn(), fact).not());
    }

    private static Truth anyOf(List<String> patterns, Fact fact) {
        return patterns.stream().map(one -> matches(one, fact)).reduce(Truth.NO, Truth::or);
    }

    private static Truth matches(String pattern, Fact fact) {
        return switch (fact) {
            case Fact.Unknown() -> Truth.MAYBE;
            case Fact.Known(var text) ->
                    pattern.contains("{") && !text.isEmpty()
                            ? Truth.MAYBE
                            : Truth.of(!text.isEmpty() && new TextPattern(pattern).matches(text));
        };
    }
}
