package io.windrose.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windrose.analysis.Code;
import io.windrose.analysis.Finding;
import io.windrose.kernel.Severity;
import java.util.List;
import java.util.stream.Collectors;

/// Findings for tools that annotate changes.
///
/// @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
final class AnalysisSarif {
    private static final JsonMapper JSON = new JsonMapper();

    private AnalysisSarif() {}

    static String of(List<Finding> findings) {
        var root = JSON.createObjectNode();
        root.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        root.put("version", "2.1.0");
        var run = root.putArray("runs").addObject();
        var driver = run.putObject("tool").putObject("driver");
        driver.put("name", "windrose");
        driver.put("version", Version.text());
        var rules = driver.putArray("rules");
        findings.stream()
                .map(finding -> finding.codes().getFirst())
                .distinct()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(code -> rule(rules.addObject(), code));
        var results = run.putArray("results");
        findings.forEach(finding -> result(results.addObject(), finding));
        return root.toPrettyString();
    }

    private static void rule(ObjectNode rule, Code code) {
        rule.put("id", code.id());
        rule.putObject("shortDescription").put("text", code.title());
        if (code.reference().startsWith("https:")) {
            rule.put("helpUri", code.reference());
        }
        rule.putObject("defaultConfiguration").put("level", level(code.level()));
    }

    private static void result(ObjectNode result, Finding finding) {
        var place = finding.place();
        result.put("ruleId", finding.codes().getFirst().id());
        result.put("level", level(finding.level()));
        var also = finding.codes().stream().skip(1).map(Code::id).collect(Collectors.joining(", "));
        result.putObject("message")
                .put("text", finding.message() + (also.isEmpty() ? "" : " (" + also + ")"));
        var location = result.putArray("locations").addObject();
        var physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", place.file().replace('\\', '/'));
        if (place.line() > 0) {
            var region = physical.putObject("region");
            region.put("startLine", place.line());
            region.put("startColumn", Math.max(1, place.column()));
        }
        location.putArray("logicalLocations")
                .addObject()
                .put("fullyQualifiedName", place.resource() + " " + place.path());
        result.putObject("partialFingerprints")
                .put(
                        "windrose/v1",
                        finding.codes().getFirst().id()
                                + " "
                                + place.resource()
                                + " "
                                + place.path());
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
