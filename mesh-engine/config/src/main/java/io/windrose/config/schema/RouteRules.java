package io.windrose.config.schema;

import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Durations;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the parts of Gateway API's routes must say together.
///
/// @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/">Gateway API's reference</a>
final class RouteRules {
    private static final Set<String> CODES_OF_REDIRECTS = Set.of("301", "302", "303", "307", "308");
    private static final List<String> IN_NO_PATH = List.of("//", "/./", "/../", "%2f", "%2F", "#");
    private static final Set<String> ONCE =
            Set.of(
                    "RequestHeaderModifier",
                    "ResponseHeaderModifier",
                    "RequestRedirect",
                    "URLRewrite",
                    "CORS");

    private RouteRules() {}

    static void filter(Site filter) {
        var type = filter.text("type");
        var wanted = member(type);
        if (!type.isEmpty() && !filter.has(wanted)) {
            filter.error(
                    Codes.MISSING,
                    wanted,
                    "A filter of type %s needs `%s`.".formatted(type, wanted));
        }
        for (var name : filter.names()) {
            if (!name.equals("type") && !name.equals(wanted) && !type.isEmpty()) {
                filter.error(
                        Codes.CONTRADICTION,
                        name,
                        "A filter of type %s has `%s` alone.".formatted(type, wanted));
            }
        }
    }

    /// `URLRewrite` has its settings in `urlRewrite`, `CORS` in `cors`.
    private static String member(String type) {
        int capitals = 0;
        while (capitals < type.length() && Character.isUpperCase(type.charAt(capitals))) {
            capitals++;
        }
        int lower = capitals == type.length() ? capitals : Math.max(1, capitals - 1);
        return type.isEmpty()
                ? ""
                : type.substring(0, lower).toLowerCase(Locale.ROOT) + type.substring(lower);
    }

    static void httpRule(Site rule) {
        var seen = new HashSet<String>();
        for (var filter : rule.sections("filters")) {
            var type = filter.text("type");
            if (ONCE.contains(type) && !seen.add(type)) {
                filter.error(
                        Codes.REPEATED, "There is a filter of type %s already.".formatted(type));
            }
        }
        if (seen.contains("RequestRedirect") && seen.contains("URLRewrite")) {
            rule.error(
                    Codes.CONTRADICTION,
                    "filters",
                    "A redirect goes nowhere, so that URLRewrite does not go with it.");
        }
        if (seen.contains("RequestRedirect") && !rule.sections("backendRefs").isEmpty()) {
            rule.error(
                    Codes.CONTRADICTION,
                    "backendRefs",
                    "A redirect goes nowhere, so that `backendRefs` do not go with it.");
        }
    }

    static void pathMatch(Site match) {
        var type = match.has("type") ? match.text("type") : "PathPrefix";
        var path = match.has("value") ? match.text("value") : "/";
        if (type.equals("RegularExpression")) {
            Format.REGEX
                    .problem(path)
                    .ifPresent(reason -> match.error(Codes.MALFORMED, "value", reason));
        } else if (!path.startsWith("/")
                || path.endsWith("/.")
                || path.endsWith("/..")
                || IN_NO_PATH.stream().anyMatch(path::contains)) {
            match.error(
                    Codes.MALFORMED,
                    "value",
                    "`%s` is not a path: it begins with `/` and holds no `//`, `/.`, `/..` or `#`."
                            .formatted(path));
        }
    }

    static void pathChange(Site change) {
        var type = change.text("type");
        var wanted = member(type);
        for (var name : List.of("replaceFullPath", "replacePrefixMatch")) {
            if (!type.isEmpty() && name.equals(wanted) != change.has(name)) {
                change.error(
                        name.equals(wanted) ? Codes.MISSING : Codes.CONTRADICTION,
                        name,
                        "The type %s goes with `%s`.".formatted(type, wanted));
            }
        }
    }

    static void redirect(Site redirect) {
        var code = redirect.text("statusCode");
        if (!code.isEmpty() && !CODES_OF_REDIRECTS.contains(code)) {
            redirect.error(
                    Codes.NOT_A_CHOICE,
                    "statusCode",
                    "%s is not one of 301, 302, 303, 307, 308.".formatted(code));
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

    static void backend(Site backend) {
        boolean service =
                backend.text("group").isEmpty()
                        && (!backend.has("kind") || backend.text("kind").equals("Service"));
        if (service && !backend.has("port")) {
            backend.error(Codes.MISSING, "port", "A Service is referred to with its `port`.");
        }
    }
}
