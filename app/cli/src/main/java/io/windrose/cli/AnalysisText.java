package io.windrose.cli;

import io.windrose.analysis.Code;
import io.windrose.analysis.Finding;
import io.windrose.kernel.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Findings for people, in istioctl's form; the last line sums up.
final class AnalysisText {
    private AnalysisText() {}

    static String of(List<Finding> findings, int objects) {
        var lines = new ArrayList<String>();
        for (var finding : findings) {
            lines.add(line(finding));
            finding.fixes().forEach(fix -> lines.add("    fix: " + fix.title()));
        }
        lines.add(
                "%d objects analyzed: %s."
                        .formatted(objects, findings.isEmpty() ? "nothing found" : sum(findings)));
        return String.join("\n", lines);
    }

    /// `Error [IST0101, KIA1101] (VirtualService default/reviews mesh.yaml:12:9) There is no ...`
    private static String line(Finding finding) {
        var codes = finding.codes().stream().map(Code::id).collect(Collectors.joining(", "));
        var place = finding.place();
        return "%s [%s] (%s %s) %s"
                .formatted(
                        title(finding.level()), codes, place.resource(), place, finding.message());
    }

    private static String title(Severity level) {
        return switch (level) {
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case INFO -> "Info";
        };
    }

    private static String sum(List<Finding> findings) {
        var counts = new ArrayList<String>();
        for (var level : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
            long count = findings.stream().filter(one -> one.level() == level).count();
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
