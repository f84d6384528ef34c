package io.windrose.config.schema;

import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.util.List;

/// What a schema says of a document, as lines for a test to compare.
final class Judged {
    private Judged() {}

    /// @param text whose first lines are its `apiVersion` and its `kind`
    /// @return `line:column path: message [code]`, in the order in which they are found
    static List<String> problems(String text) {
        var lines = text.lines().toList();
        var schema =
                Schemas.of(
                                lines.get(0).substring("apiVersion: ".length()),
                                lines.get(1).substring("kind: ".length()))
                        .orElseThrow();
        return schema
                .judge("f.yaml", "", document(text), Severity.ERROR)
                .findings()
                .listed()
                .stream()
                .map(problem ->
                        "%d:%d %s: %s [%s]"
                                .formatted(
                                        problem.place().line(),
                                        problem.place().column(),
                                        problem.place().path(),
                                        problem.message(),
                                        problem.code()))
                .toList();
    }

    private static Mapping document(String text) {
        return switch (YamlFile.parse("f.yaml", text)) {
            case Result.Ok<YamlFile>(var yaml, _) -> (Mapping) yaml.documents().getFirst().root();
            case Result.Err<YamlFile>(var problems) -> throw new AssertionError(problems);
        };
    }
}
