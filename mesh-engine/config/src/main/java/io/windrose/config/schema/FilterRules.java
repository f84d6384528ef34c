package io.windrose.config.schema;

import io.windrose.config.syntax.Codes;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What the filters of Gateway API's routes must say together.
///
/// @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/">Gateway API's reference</a>
final class FilterRules {
    private static final Set<String> CODES_OF_REDIRECTS = Set.of("301", "302", "303", "307", "308");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Set<String> ONCE =
            Set.of(
                    "RequestHeaderModifier",
                    "ResponseHeaderModifier",
                    "RequestRedirect",
                    "URLRewrite",
                    "CORS");

    private FilterRules() {}

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
    static String member(String type) {
        int capitals = 0;
        while (capitals < type.length() && Character.isUpperCase(type.charAt(capitals))) {
            capitals++;
        }
        int lower = capitals == type.length() ? capitals : Math.max(1, capitals - 1);
        return type.isEmpty()
                ? ""
                : type.substring(0, lower).toLowerCase(Locale.ROOT) + type.substring(lower);
    }

    /// @param owner of a list of filters
    static void together(Site owner) {
        var seen = new HashSet<String>();
        for (var filter : owner.sections("filters")) {
            var type = filter.text("type");
            if (ONCE.contains(type) && !seen.add(type)) {
                filter.error(
                        Codes.REPEATED, "There is a filter of type %s already.".formatted(type));
            }
        }
        if (seen.contains("RequestRedirect") && seen.contains("URLRewrite")) {
            owner.error(
                    Codes.CONTRADICTION,
                    "filters",
                    "A redirect goes nowhere, so that URLRewrite does not go with it.");
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

    static void cors(Site cors) {
        for (var name : List.of("allowOrigins", "allowMethods", "allowHeaders")) {
            var words = cors.words(name);
            words.stream()
                    .filter(word -> words.size() > 1 && word.text().equals("*"))
                    .findFirst()
                    .ifPresent(all ->
                            cors.error(
                                    Codes.CONTRADICTION,
                                    all,
                                    "`*` is all of them already; it stands alone."));
        }
    }

    static void externalAuth(Site auth) {
        for (var protocol : List.of("GRPC", "HTTP")) {
            var name = protocol.toLowerCase(Locale.ROOT);
            boolean wanted = auth.text("protocol").equals(protocol);
            if (auth.has("protocol") && wanted != auth.has(name)) {
                auth.error(
                        wanted ? Codes.MISSING : Codes.CONTRADICTION,
                        name,
                        "The protocol %s goes with `%s`.".formatted(protocol, name));
            }
        }
    }

    static void fraction(Site fraction) {
        var above = fraction.text("numerator");
        var below = fraction.text("denominator", "100");
        if (NUMBER.matcher(above).matches()
                && NUMBER.matcher(below).matches()
                && new BigDecimal(above).compareTo(new BigDecimal(below)) > 0) {
            fraction.error(
                    Codes.CONTRADICTION,
                    "numerator",
                    "%s of %s is more than all.".formatted(above, below));
        }
    }
}
