package io.windrose.analysis.check;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.SchemaFixes;
import io.windrose.config.syntax.Codes;
import io.windrose.kernel.Problem;
import java.util.List;
import java.util.Optional;

/// Tags of figures whose value names no attribute.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/advanced/attributes">Envoy:
///   attributes</a>
final class TagValues {
    static final String CODE = "WR0303";

    private TagValues() {}

    /// Empty for a problem that is about something else.
    static Optional<Finding> of(MeshObject object, Problem problem) {
        boolean tag =
                problem.code().equals(Codes.NOT_A_CHOICE)
                        && problem.place().path().contains(".tagOverrides");
        return tag
                ? value(object, problem)
                        .map(value -> finding(value, SchemaFixes.of(object, problem)))
                : Optional.empty();
    }

    private static Optional<Node> value(MeshObject object, Problem problem) {
        return object.spec().items("metrics").stream()
                .flatMap(metrics -> metrics.items("overrides").stream())
                .flatMap(override -> override.get("tagOverrides").members().stream())
                .map(tag -> tag.get("value"))
                .filter(value -> value.path().equals(problem.place().path()))
                .findFirst();
    }

    private static Finding finding(Node value, List<Fix> fixes) {
        var text = value.text();
        var finding =
                Finding.of(
                        CODE,
                        value,
                        "A value is an expression, and `%s` names no attribute: proxies write `unknown`. For the text itself write '\"%s\"'."
                                .formatted(text, text));
        return fixes.stream().reduce(finding, Finding::with, (_, last) -> last);
    }
}
