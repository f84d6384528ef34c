package io.windrose.config.schema;

import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Durations;
import io.windrose.config.syntax.Spelling;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the parts of Gateway API's routes must say together.
///
/// @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/">Gateway API's reference</a>
final class RouteRules {
    private static final int MOST_MATCHES = 128;
    private static final String PREFIX_CHANGE = "ReplacePrefixMatch";
    private static final Pattern SERVICE =
            Pattern.compile("(?i)\\.?[a-z_][a-z_0-9]*+(\\.[a-z_][a-z_0-9]*+)*+");
    private static final Pattern METHOD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    private RouteRules() {}

    static void route(Site route) {
        ReferenceRules.parents(route);
        var names = new HashSet<String>();
        for (var rule : route.sections("rules")) {
            if (rule.has("name") && !names.add(rule.text("name"))) {
                rule.error(
                        Codes.REPEATED,
                        "name",
                        "There is a rule `%s` already."
                                .formatted(Spelling.shortened(rule.text("name"))));
            }
        }
    }

    /// @param absent how many a rule counts as that has no list of them
    static void matches(Site route, int absent) {
        int sum =
                route.sections("rules").stream()
                        .mapToInt(rule -> rule.has("matches") ? rule.size("matches") : absent)
                        .sum();
        if (sum > MOST_MATCHES) {
            route.error(
                    Codes.OUT_OF_RANGE,
                    "rules",
                    "The rules have %d matches together, more than the %d that are accepted."
                            .formatted(sum, MOST_MATCHES));
        }
    }

    static void httpRule(Site rule) {
        boolean redirects =
                rule.sections("filters").stream()
                        .anyMatch(filter -> filter.text("type").equals("RequestRedirect"));
        if (redirects && rule.size("backendRefs") > 0) {
            rule.error(
                    Codes.CONTRADICTION,
                    "backendRefs",
                    "A redirect goes nowhere, so that `backendRefs` do not go with it.");
        }
        var owners = Stream.concat(Stream.of(rule), rule.sections("backendRefs").stream());
        if (owners.anyMatch(RouteRules::replacesPrefix) && !matchesOnePrefix(rule)) {
            rule.error(
                    Codes.CONTRADICTION,
                    "matches",
                    "`replacePrefixMatch` needs exactly one match, of the type PathPrefix.");
        }
    }

    private static boolean replacesPrefix(Site owner) {
        return owner.sections("filters").stream()
                .flatMap(filter -> Stream.of("requestRedirect", "urlRewrite").map(filter::section))
                .flatMap(Optional::stream)
                .flatMap(settings -> settings.section("path").stream())
                .anyMatch(path -> path.text("type").equals(PREFIX_CHANGE));
    }

    private static boolean matchesOnePrefix(Site rule) {
        var matches = rule.sections("matches");
        return !rule.has("matches")
                || (matches.size() == 1
                        && matches.getFirst()
                                .section("path")
                                .map(path -> path.text("type", PathRules.PREFIX))
                                .orElse(PathRules.PREFIX)
                                .equals(PathRules.PREFIX));
    }

    static void grpcMethod(Site method) {
        if (!method.text("type", "Exact").equals("Exact")) {
            return;
        }
        var service = method.text("service");
        if (method.has("service") && !SERVICE.matcher(service).matches()) {
            method.error(
                    Codes.MALFORMED,
                    "service",
                    "`%s` is not a service of gRPC: use letters, digits, `_` and `.`."
                            .formatted(Spelling.shortened(service)));
        }
        var name = method.text("method");
        if (method.has("method") && !METHOD.matcher(name).matches()) {
            method.error(
                    Codes.MALFORMED,
                    "method",
                    "`%s` is not a method of gRPC: use letters, digits and `_`."
                            .formatted(Spelling.shortened(name)));
        }
    }

    static void session(Site session) {
        var cookie = session.section("cookieConfig");
        if (cookie.isPresent() && !session.text("type", "Cookie").equals("Cookie")) {
            session.error(
                    Codes.CONTRADICTION,
                    "cookieConfig",
                    "A session without a cookie has no `cookieConfig`.");
        }
        if (cookie.filter(one -> one.text("lifetimeType").equals("Permanent")).isPresent()
                && !session.has("absoluteTimeout")) {
            session.error(
                    Codes.MISSING,
                    "absoluteTimeout",
                    "A permanent cookie needs `absoluteTimeout`.");
        }
    }

    static void timeouts(Site timeouts) {
        var whole = duration(timeouts.text("request"));
        var each = duration(timeouts.text("backendRequest"));
        if (whole.isPresent()
                && each.isPresent()
                && whole.get().isPositive()
                && each.get().compareTo(whole.get()) > 0) {
            timeouts.error(
                    Codes.CONTRADICTION,
                    "backendRequest",
                    "Each try may not take longer than the whole request, %s."
                            .formatted(timeouts.text("request")));
        }
    }

    private static Optional<Duration> duration(String text) {
        return Format.SHORT_DURATION.problem(text).isEmpty()
                        && Durations.ZERO_OR_MORE.parse(text)
                                instanceof Durations.Parsed.Good(var value)
                ? Optional.of(value)
                : Optional.empty();
    }
}
