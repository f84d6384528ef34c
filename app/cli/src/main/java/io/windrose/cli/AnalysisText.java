package io.windrose.cli;

import io.windrose.analysis.Code;
import io.windrose.kernel.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Findings for people, in istioctl's form; the last line sums up.
final class AnalysisText {
    private static final int MOST_NAMES = 3;

    private AnalysisText() {}

    /// @param missing what could not be read
    static String of(List<Told> told, int objects, List<String> missing) {
        var lines = new ArrayList<String>();
        for (var one : told) {
            var finding = one.finding();
            lines.add(line(one));
            finding.fixes().forEach(fix -> lines.add("    fix: " + fix.title()));
        }
        lines.add(summary(told, objects, missing));
        return String.join("\n", lines);
    }

    /// That nothing was found is only said of what was looked at.
    private static String summary(List<Told> told, int objects, List<String> missing) {
        if (objects == 0 && told.isEmpty()) {
            return "Nothing was analyzed: "
                    + (missing.isEmpty()
                            ? "there is no object; of a directory, .yaml, .yml and .json files are read."
                            : some(missing) + " could not be read.");
        }
        var summary =
                "%d %s analyzed: %s."
                        .formatted(
                                objects,
                                objects == 1 ? "object" : "objects",
                                told.isEmpty() ? "nothing found" : sum(told));
        return missing.isEmpty() ? summary : summary + " Not analyzed: " + some(missing) + ".";
    }

    private static String some(List<String> all) {
        return all.size() <= MOST_NAMES + 1
                ? String.join(", ", all)
                : "%s and %d more"
                        .formatted(
                                String.join(", ", all.subList(0, MOST_NAMES)),
                                all.size() - MOST_NAMES);
    }

    /// `Error [IST0101, KIA1101] (VirtualService default/reviews mesh.yaml:12:9) There is no ...`;
    /// what has no place in a file has a path, and what is in a named cluster the cluster's name.
    private static String line(Told told) {
        var finding = told.finding();
        var codes = finding.codes().stream().map(Code::id).collect(Collectors.joining(", "));
        var place = finding.place();
        var where =
                Stream.of(
                                told.cluster().isEmpty() ? "" : told.cluster() + ":",
                                place.resource(),
                                place.file().isEmpty() ? place.path() : place.toString())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" "));
        return "%s [%s] (%s) %s".formatted(title(finding.level()), codes, where, finding.message());
    }

    private static String title(Severity level) {
        return switch (level) {
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case INFO -> "Info";
        };
    }

    private static String sum(List<Told> told) {
        var counts = new ArrayList<String>();
        for (var level : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
            long count = told.stream().filter(one -> one.finding().level() == level).count();
            if (count > 0) {
                var word =
                        switch (level) {
                            case ERROR -> count == 1 ? "error" : "errors";
                            case WARNING -> count == 1 ? "warning" : "warnings";
                            case INFO -> "for information";
                        };
                counts.add(count + " " + word);
            }
        }
        return String.join(", ", counts);
    }
}
