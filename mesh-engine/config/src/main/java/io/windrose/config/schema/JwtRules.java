package io.windrose.config.schema;

import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Spelling;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.util.HashSet;
import java.util.Locale;

/// What a rule for JSON web tokens must say together.
final class JwtRules {
    private JwtRules() {}

    static void rule(Site rule) {
        boolean keys = rule.has("jwks") || rule.has("jwksUri") || rule.has("jwks_uri");
        if (!rule.has("issuer") && !keys) {
            rule.error(
                    Codes.MISSING,
                    "issuer",
                    "A rule needs an `issuer`, or the keys in `jwks` or `jwksUri`.");
        }
        if (!rule.text("jwks").isEmpty() && !isObject(rule.text("jwks"))) {
            rule.error(
                    Codes.MALFORMED,
                    "jwks",
                    "`%s` is not a set of keys in JSON: {\"keys\": [...]}."
                            .formatted(Spelling.shortened(rule.text("jwks"))));
        }
        var headers = new HashSet<String>();
        for (var output : rule.sections("outputClaimToHeaders")) {
            var header = output.text("header");
            if (!header.isEmpty() && !headers.add(header.toLowerCase(Locale.ROOT))) {
                output.error(
                        Codes.REPEATED,
                        "header",
                        "The header `%s` takes another claim already.".formatted(header));
            }
        }
    }

    private static boolean isObject(String text) {
        return YamlFile.parse("", text) instanceof Result.Ok<YamlFile>(var json, _)
                && !json.documents().isEmpty()
                && json.documents().getFirst().root() instanceof Mapping;
    }
}
