package io.windrose.config.schema;

import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Spelling;
import java.util.List;

/// What the paths in Gateway API's routes must be.
///
/// @see <a href="https://gateway-api.sigs.k8s.io/reference/spec/">Gateway API's reference</a>
final class PathRules {
    static final String PREFIX = "PathPrefix";
    private static final List<String> IN_NO_PATH = List.of("//", "/./", "/../", "%2f", "%2F", "#");

    private PathRules() {}

    static void match(Site match) {
        var type = match.text("type", PREFIX);
        var path = match.text("value", "/");
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
                            .formatted(Spelling.shortened(path)));
        } else {
            Format.URL_PATH
                    .problem(path)
                    .ifPresent(reason -> match.error(Codes.MALFORMED, "value", reason));
        }
    }

    static void change(Site change) {
        var type = change.text("type");
        var wanted = FilterRules.member(type);
        for (var name : List.of("replaceFullPath", "replacePrefixMatch")) {
            if (!type.isEmpty() && name.equals(wanted) != change.has(name)) {
                change.error(
                        name.equals(wanted) ? Codes.MISSING : Codes.CONTRADICTION,
                        name,
                        "The type %s goes with `%s`.".formatted(type, wanted));
            }
        }
    }
}
