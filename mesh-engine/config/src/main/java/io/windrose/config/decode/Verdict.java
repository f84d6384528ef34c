package io.windrose.config.decode;

import io.windrose.config.syntax.Codes;
import io.windrose.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
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

    private Verdict() {}

    static List<Problem> of(List<Problem> schema, List<Problem> decoder) {
        var kept = decoder.stream().filter(problem -> !decided(problem, schema)).toList();
        var all = new ArrayList<>(kept);
        schema.stream()
                .filter(problem -> kept.stream().noneMatch(other -> same(problem, other)))
                .forEach(all::add);
        return all;
    }

    /// Which fields there are and of what type is for the schema to say; and what a decoder finds
    /// in a value of the wrong type, or in one that is missing, is a consequence of that.
    private static boolean decided(Problem problem, List<Problem> schema) {
        var path = problem.place().path();
        if (OF_THE_SCHEMA.contains(problem.code())) {
            return !path.startsWith("metadata");
        }
        return OF_SHAPE.contains(problem.code())
                && schema.stream().anyMatch(said -> !same(said, problem) && covers(said, path));
    }

    private static boolean covers(Problem said, String path) {
        var at = said.place().path();
        boolean whole = said.code().equals(Codes.WRONG_TYPE) || said.code().equals(Codes.MISSING);
        return OF_SHAPE.contains(said.code())
                && said.isError()
                && (path.equals(at)
                        || (whole && (path.startsWith(at + ".") || path.startsWith(at + "["))));
    }

    private static boolean same(Problem one, Problem other) {
        return one.code().equals(other.code()) && one.place().path().equals(other.place().path());
    }
}
