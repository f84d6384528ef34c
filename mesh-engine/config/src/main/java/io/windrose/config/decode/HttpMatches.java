package io.windrose.config.decode;

import io.windrose.config.resource.HttpMatch;
import io.windrose.config.resource.StringMatch;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Expressions;
import io.windrose.config.syntax.Names;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The conditions of an HTTP route.
final class HttpMatches {
    private HttpMatches() {}

    static HttpMatch decode(Fields fields) {
        return new HttpMatch(
                fields.text("name"),
                condition(fields, "uri"),
                condition(fields, "scheme"),
                condition(fields, "method"),
                condition(fields, "authority"),
                headers(fields, "headers"),
                headers(fields, "withoutHeaders"),
                fields.sectionMap("queryParams", HttpMatches::presentOrText),
                fields.flag("ignoreUriCase"),
                fields.port("port"),
                fields.selector("sourceLabels"),
                fields.text("sourceNamespace"),
                gateways(fields),
                fields.text("statPrefix"));
    }

    static List<String> gateways(Fields fields) {
        var gateways = fields.texts("gateways");
        for (int i = 0; i < gateways.size(); i++) {
            int at = i;
            Names.gatewayProblem(gateways.get(i))
                    .ifPresent(reason -> fields.errorAt(Codes.MALFORMED, "gateways", at, reason));
        }
        return gateways;
    }

    /// One of exact, prefix and regex.
    static StringMatch text(Fields fields) {
        if (!fields.has("exact") && !fields.has("prefix") && !fields.has("regex")) {
            fields.error(Codes.MISSING, "One of `exact`, `prefix`, `regex` is required.");
        }
        return presentOrText(fields);
    }

    private static Optional<StringMatch> condition(Fields fields, String name) {
        return fields.section(
                name,
                inner -> {
                    var match = text(inner);
                    boolean empty =
                            switch (match) {
                                case StringMatch.Exact _, StringMatch.Present _ -> false;
                                case StringMatch.Prefix(var value) -> value.isEmpty();
                                case StringMatch.Regex(var pattern) -> pattern.isEmpty();
                            };
                    if (empty && name.equals("uri")) {
                        inner.error(
                                Codes.MALFORMED,
                                "An empty prefix or expression matches nothing useful.");
                    }
                    return match;
                });
    }

    private static SortedMap<String, StringMatch> headers(Fields fields, String name) {
        var byLowerName = new TreeMap<String, StringMatch>();
        fields.sectionMap(name, HttpMatches::presentOrText)
                .forEach((key, match) ->
                        byLowerName.put(
                                key.startsWith("@") ? key : key.toLowerCase(Locale.ROOT), match));
        if (byLowerName.containsKey("")) {
            fields.error(Codes.MALFORMED, name, "The name of a header must not be empty.");
        }
        return byLowerName;
    }

    private static StringMatch presentOrText(Fields fields) {
        fields.atMostOneOf("exact", "prefix", "regex");
        StringMatch match = new StringMatch.Present();
        if (fields.has("exact")) {
            match = new StringMatch.Exact(fields.text("exact"));
        } else if (fields.has("prefix")) {
            match = new StringMatch.Prefix(fields.text("prefix"));
        } else if (fields.has("regex") && !fields.text("regex").equals("*")) {
            var pattern = fields.text("regex");
            Expressions.problem(pattern)
                    .ifPresent(reason -> fields.error(Codes.MALFORMED, "regex", reason));
            match = new StringMatch.Regex(pattern);
        }
        return match;
    }
}
