package io.windrose.config.decode;

import io.windrose.config.syntax.Codes;
import io.windrose.config.tree.Findings;
import io.windrose.config.tree.FindingsBuilder;
import io.windrose.kernel.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is said of a document whose kind has a schema and a decoder. Both look at the shape of its
/// fields; one mistake is said once, in the decoder's words where it has some.
final class Verdict {
    private static final Set<String> OF_THE_SCHEMA = Set.of(Codes.UNKNOWN_FIELD, Codes.WRONG_TYPE);
    private static final Set<String> OF_SHAPE =
            Set.of(
                    Codes.WRONG_TYPE,
                    Codes.MISSING,
                    Codes.NOT_A_CHOICE,
                    Codes.MALFORMED,
                    Codes.OUT_OF_RANGE);

    /// What the schema says of the shape of each field that is wrong.
    private final Map<String, Set<String>> codesByPath = new HashMap<>();

    private Verdict(List<Problem> schema) {
        for (var problem : schema) {
            if (problem.isError() && OF_SHAPE.contains(problem.code())) {
                codesByPath
                        .computeIfAbsent(problem.place().path(), _ -> new HashSet<>())
                        .add(problem.code());
            }
        }
    }

    static Findings of(Findings schema, Findings decoder) {
        var verdict = new Verdict(schema.listed());
        var all = new FindingsBuilder();
        var said = new HashSet<String>();
        for (var problem : decoder.listed()) {
            if (!verdict.decided(problem)) {
                all.add(problem);
                said.add(key(problem));
            }
        }
        schema.listed().stream().filter(problem -> !said.contains(key(problem))).forEach(all::add);
        all.addMore(
                Math.max(schema.moreErrors(), decoder.moreErrors()),
                Math.max(schema.moreWarnings(), decoder.moreWarnings()));
        return all.build();
    }

    private static String key(Problem problem) {
        return problem.code() + " " + problem.place().path();
    }

    /// Which fields there are and of what type is for the schema to say; and what a decoder finds
    /// in a value of the wrong type, or in one that is missing, is a consequence of that.
    private boolean decided(Problem problem) {
        var path = problem.place().path();
        if (OF_THE_SCHEMA.contains(problem.code())) {
            return !path.startsWith("metadata");
        }
        return OF_SHAPE.contains(problem.code())
                && (codes(path).stream().anyMatch(code -> !code.equals(problem.code()))
                        || isInsideOfNothing(path));
    }

    private boolean isInsideOfNothing(String path) {
        for (int i = 1; i < path.length() && !codesByPath.isEmpty(); i++) {
            char at = path.charAt(i);
            if (at == '.' || at == '[') {
                var codes = codes(path.substring(0, i));
                if (codes.contains(Codes.WRONG_TYPE) || codes.contains(Codes.MISSING)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Set<String> codes(String path) {
        return codesByPath.getOrDefault(path, Set.of());
    }
}
