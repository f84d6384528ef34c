package io.windrose.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windrose.analysis.Code;
import io.windrose.config.patch.ConfigPatch;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Findings for tools that annotate changes.
///
/// @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
final class AnalysisSarif {
    private static final JsonMapper JSON = new JsonMapper();

    private AnalysisSarif() {}

    /// @param problems what kept the command from reading everything
    static String of(List<Told> findings, List<Problem> problems) {
        var root = JSON.createObjectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        root.put("version", "2.1.0");
        var run = root.putArray("runs").addObject();
        run.put("columnKind", "unicodeCodePoints");
        var driver = run.putObject("tool").putObject("driver");
        driver.put("name", "windrose");
        driver.put("version", Version.text());
        var rules = driver.putArray("rules");
        findings.stream()
                .map(told -> told.finding().codes().getFirst())
                .distinct()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(code -> rule(rules.addObject(), code));
        invocation(run.putArray("invocations").addObject(), problems);
        var results = run.putArray("results");
        findings.forEach(told -> result(results.addObject(), told));
        return root.toPrettyString();
    }

    private static void invocation(ObjectNode invocation, List<Problem> problems) {
        invocation.put("executionSuccessful", problems.stream().noneMatch(Problem::isError));
        if (!problems.isEmpty()) {
            var notifications = invocation.putArray("toolExecutionNotifications");
            for (var problem : problems) {
                var notification = notifications.addObject();
                notification.put("level", level(problem.severity()));
                notification.putObject("message").put("text", problem.toString());
            }
        }
    }

    private static void rule(ObjectNode rule, Code code) {
        rule.put("id", code.id());
        rule.putObject("shortDescription").put("text", code.title());
        if (code.reference().startsWith("https:")) {
            rule.put("helpUri", code.reference());
        }
        rule.putObject("defaultConfiguration").put("level", level(code.level()));
    }

    private static void result(ObjectNode result, Told told) {
        var finding = told.finding();
        var place = finding.place();
        result.put("ruleId", finding.codes().getFirst().id());
        result.put("level", level(finding.level()));
        var also = finding.codes().stream().skip(1).map(Code::id).collect(Collectors.joining(", "));
        result.putObject("message")
                .put("text", finding.message() + (also.isEmpty() ? "" : " (" + also + ")"));
        var cluster = told.cluster().isEmpty() ? "" : told.cluster() + ": ";
        var location = result.putArray("locations").addObject();
        if (!place.file().isEmpty()) {
            physical(location.putObject("physicalLocation"), place);
        }
        location.putArray("logicalLocations")
                .addObject()
                .put("fullyQualifiedName", cluster + place.resource() + " " + place.path());
        result.putObject("partialFingerprints")
                .put(
                        "windrose/v1",
                        finding.codes().getFirst().id()
                                + " "
                                + cluster
                                + place.resource()
                                + " "
                                + place.path());
        var fixes = JSON.createArrayNode();
        for (var fix : finding.fixes()) {
            // what is in no file cannot be edited by whoever reads this
            if (!place.file().isEmpty()
                    && fix.patch() instanceof Result.Ok<ConfigPatch>(var patch, _)) {
                fix(fixes, fix.title(), patch);
            }
        }
        if (!fixes.isEmpty()) {
            result.set("fixes", fixes);
        }
    }

    private static void physical(ObjectNode physical, Place place) {
        physical.putObject("artifactLocation").put("uri", uri(place.file()));
        if (place.line() > 0) {
            region(physical.putObject("region"), place);
        }
    }

    private static void region(ObjectNode region, Place place) {
        region.put("startLine", place.line());
        region.put("startColumn", Math.max(1, place.column()));
        if (place.endLine() > 0) {
            region.put("endLine", place.endLine());
            region.put("endColumn", Math.max(1, place.endColumn()));
        }
    }

    /// A fix whose text cannot be edited by a program is left out.
    private static void fix(ArrayNode fixes, String title, ConfigPatch patch) {
        var fix = fixes.addObject();
        fix.putObject("description").put("text", title);
        var change = fix.putArray("artifactChanges").addObject();
        change.putObject("artifactLocation").put("uri", uri(patch.file()));
        var replacements = change.putArray("replacements");
        for (var edit : patch.edits()) {
            var replacement = replacements.addObject();
            var region = replacement.putObject("deletedRegion");
            int start = patch.before().codePointCount(0, edit.start());
            region.put("charOffset", start);
            region.put("charLength", patch.before().codePointCount(edit.start(), edit.end()));
            replacement.putObject("insertedContent").put("text", edit.replacement());
        }
    }

    /// Relative to where the command runs, as those who annotate changes want it, or else a whole
    /// one.
    private static String uri(String file) {
        try {
            return Path.of(file).isAbsolute()
                    ? new URI("file", "", Path.of(file).toUri().getPath(), null).toString()
                    : new URI(null, null, file.replace('\\', '/'), null).toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
