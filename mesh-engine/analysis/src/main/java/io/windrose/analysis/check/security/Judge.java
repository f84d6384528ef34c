package io.windrose.analysis.check.security;

import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import io.windrose.traffic.authorize.Caller;
import io.windrose.traffic.authorize.Term;
import io.windrose.traffic.authorize.Truth;
import io.windrose.traffic.match.RequestHead;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the engine makes of a request of which not everything is known.
final class Judge {
    private final EngineRules rules;

    Judge(EngineRules rules) {
        this.rules = rules;
    }

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
    /// @param token nothing or unknown
    /// @param port a number; any other text is unknown
    record Request(Fact principal, Fact token, Fact method, Fact path, Fact port) {

        /// The same of a caller who cannot show his name.
        Request withoutName() {
            return new Request(NONE, token, method, path, port);
        }

        private Caller caller() {
            var name = text(principal);
            var names = name.isEmpty() ? List.<String>of() : List.of("spiffe://" + name);
            int number = isNumber(port) ? Integer.parseInt(text(port)) : 0;
            return new Caller(!name.isEmpty(), names, null, number, null, null, "");
        }

        private RequestHead head() {
            return new Head(text(method), text(path));
        }

        private boolean tells(Term leaf) {
            return switch (leaf) {
                case Term.Authenticated _ -> !principal.equals(UNKNOWN);
                case Term.Header(var match) ->
                        match.name().equals(":method") && !method.equals(UNKNOWN);
                case Term.Path _ -> !path.equals(UNKNOWN);
                case Term.LocalPort _ -> isNumber(port);
                case Term.Metadata _ -> token.equals(NONE);
                default -> false;
            };
        }

        private static boolean isNumber(Fact port) {
            return text(port).matches("[0-9]{1,5}");
        }

        private static String text(Fact fact) {
            return switch (fact) {
                case Fact.Unknown() -> "";
                case Fact.Known(var text) -> text;
            };
        }
    }

    /// What the engine reads of a request; nothing but what is known is asked of it.
    private record Head(String method, String path) implements RequestHead {
        @Override
        public String scheme() {
            return "http";
        }

        @Override
        public String authority() {
            return "";
        }

        @Override
        public @Nullable String header(String name) {
            return null;
        }

        @Override
        public long random() {
            return 0;
        }
    }

    /// The policy that is sure to refuse the request, whatever else is true of it; of those that
    /// should have allowed it the last one. Empty where it may get through.
    ///
    /// @param policies all that apply, widest first
    /// @param way more that is known of the request
    Optional<AuthorizationPolicy> refusal(
            List<AuthorizationPolicy> policies, Request request, Way way) {
        var cases = new Cases(request.caller(), request.head(), request::tells);
        var denial =
                AppliedPolicies.with(Action.DENY, policies).stream()
                        .filter(policy -> cases.areSure(rules.whole(policy), way, Truth.TRUE))
                        .findFirst();
        var allows = AppliedPolicies.with(Action.ALLOW, policies);
        boolean allowed =
                allows.isEmpty()
                        || allows.stream()
                                .flatMap(policy -> rules.of(policy).stream())
                                .flatMap(Optional::stream)
                                .anyMatch(rule -> !cases.areSure(rule, way, Truth.FALSE));
        return denial.isPresent() || allowed ? denial : Optional.of(allows.getLast());
    }
}
