package io.windrose.config.decode;

import io.windrose.config.resource.HeaderOperations;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Spelling;
import java.util.regex.Pattern;

/// The `headers` of a route or of a destination.
final class HeaderChanges {
    private static final Pattern TOKEN = Pattern.compile("[-!#$%&'*+.^_`|~0-9A-Za-z]+");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

    private HeaderChanges() {}

    static HeaderOperations decode(Fields parent) {
        return parent.section(
                        "headers",
                        fields ->
                                new HeaderOperations(
                                        fields.section("request", HeaderChanges::changes)
                                                .orElse(HeaderOperations.Changes.NONE),
                                        fields.section("response", HeaderChanges::changes)
                                                .orElse(HeaderOperations.Changes.NONE)))
                .orElse(HeaderOperations.NONE);
    }

    private static HeaderOperations.Changes changes(Fields fields) {
        var changes =
                new HeaderOperations.Changes(
                        fields.textMap("set"), fields.textMap("add"), fields.texts("remove"));
        fields.fields("set").ifPresent(set -> checkAll(set, true));
        fields.fields("add").ifPresent(add -> checkAll(add, false));
        for (int i = 0; i < changes.remove().size(); i++) {
            var name = changes.remove().get(i);
            if (!TOKEN.matcher(name).matches()) {
                fields.errorAt(Codes.MALFORMED, "remove", i, notAName(name));
            }
        }
        return changes;
    }

    private static void checkAll(Fields headers, boolean pseudoAllowed) {
        for (var name : headers.names()) {
            boolean pseudo = pseudoAllowed && name.startsWith(":") && name.length() > 1;
            if (!TOKEN.matcher(pseudo ? name.substring(1) : name).matches()) {
                headers.error(Codes.MALFORMED, name, notAName(name));
            }
            if (CONTROL.matcher(headers.text(name)).find()) {
                headers.error(
                        Codes.MALFORMED, name, "A header's value holds no control characters.");
            }
        }
    }

    private static String notAName(String name) {
        return "`%s` is not a name of a header.".formatted(Spelling.shortened(name));
    }
}
