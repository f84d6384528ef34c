package io.windrose.config.decode;

import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Names;
import io.windrose.config.syntax.Spelling;
import java.util.HashSet;
import java.util.List;

/// To which namespaces an object is visible.
final class ExportTo {
    private ExportTo() {}

    static List<String> decode(Fields spec) {
        var namespaces = spec.texts("exportTo");
        var seen = new HashSet<String>();
        for (int i = 0; i < namespaces.size(); i++) {
            var namespace = namespaces.get(i);
            boolean sign = List.of("*", ".", "~").contains(namespace);
            if (!sign && !Names.isDnsLabel(namespace)) {
                spec.errorAt(
                        Codes.MALFORMED,
                        "exportTo",
                        i,
                        "`%s` is neither a namespace nor `.`, `*` or `~`."
                                .formatted(Spelling.shortened(namespace)));
            }
            if (!seen.add(namespace)) {
                spec.errorAt(
                        Codes.REPEATED, "exportTo", i, "`%s` is repeated.".formatted(namespace));
            }
        }
        if (namespaces.size() > 1 && (seen.contains("*") || seen.contains("~"))) {
            spec.error(
                    Codes.CONTRADICTION,
                    "exportTo",
                    "`*` (everybody) and `~` (nobody) do not go with other namespaces.");
        }
        return namespaces;
    }
}
