package io.windrose.translate.route;

import io.envoyproxy.envoy.type.matcher.v3.RegexMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.windrose.config.resource.StringMatch;
import java.util.Optional;

/// Conditions on texts, in Envoy's words.
final class StringMatchers {
    /// A pattern that Istio's users write where any value will do; not a valid one of RE2.
    private static final String ANYTHING = "*";

    private StringMatchers() {}

    /// Empty when presence is all that is asked.
    static Optional<StringMatcher> of(StringMatch match) {
        return switch (match) {
            case StringMatch.Exact(var value) ->
                    Optional.of(StringMatcher.newBuilder().setExact(value).build());
            case StringMatch.Prefix(var value) ->
                    Optional.of(StringMatcher.newBuilder().setPrefix(value).build());
            case StringMatch.Regex(var pattern) ->
                    pattern.equals(ANYTHING)
                            ? Optional.empty()
                            : Optional.of(
                                    StringMatcher.newBuilder()
                                            .setSafeRegex(regex(pattern))
                                            .build());
            case StringMatch.Present() -> Optional.empty();
        };
    }

    static RegexMatcher regex(String pattern) {
        return RegexMatcher.newBuilder().setRegex(pattern).build();
    }
}
