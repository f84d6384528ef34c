package io.windrose.view.config;

import io.windrose.session.edit.Finding;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;

/// A row of the list of problems.
///
/// @param file in which the problem stands
/// @param alike how many of the list are of the same kind, when this is the first of several and
///   each has a repair; else 0
record ProblemRow(Path file, Finding finding, int alike) {
    private static final String OF_ONE_OBJECT = "MESH";

    /// The worst first.
    static final Comparator<ProblemRow> BY_LEVEL =
            Comparator.comparing(
                            (ProblemRow row) -> row.finding.problem().severity(),
                            Comparator.reverseOrder())
                    .thenComparing(ProblemRow::file)
                    .thenComparingInt(row -> row.finding.start())
                    .thenComparing(ProblemRow::code);

    ProblemRow(Path file, Finding finding) {
        this(file, finding, 0);
    }

    ProblemRow with(int newAlike) {
        return new ProblemRow(file, finding, newAlike);
    }

    /// The one that says it best, where there are several.
    String code() {
        var code = finding.problem().code();
        int end = code.indexOf(',');
        return end < 0 ? code : code.substring(0, end);
    }

    /// The others, as they follow it; often empty.
    String furtherCodes() {
        var all = finding.problem().code();
        return all.equals(code()) ? "" : all.substring(code().length() + 2);
    }

    /// Equal for problems of one kind. Of one object by itself that is the sentence, because there
    /// a code stands for many rules.
    String kind() {
        return code().startsWith(OF_ONE_OBJECT) ? finding.problem().message() : code();
    }

    /// @param wanted part of a code, of the words, of the object or of the file's name
    boolean fits(String wanted) {
        var problem = finding.problem();
        return "%s %s %s %s"
                .formatted(
                        problem.code(),
                        problem.message(),
                        problem.place().resource(),
                        Words.fileName(file))
                .toLowerCase(Locale.ROOT)
                .contains(wanted.strip().toLowerCase(Locale.ROOT));
    }
}
