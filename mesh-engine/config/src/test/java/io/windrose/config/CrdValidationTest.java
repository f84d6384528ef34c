package io.windrose.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.windrose.config.file.Validation;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.testkit.Shared;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What a real API server with Istio's schemas and webhook accepts and rejects, asked in the way of
/// `windrose validate`: one item per document, in order.
final class CrdValidationTest {

    @TestFactory
    List<DynamicTest> agreesWithTheApiServer() {
        var suite = Shared.path("conformance/crd-validation");
        return ((Sequence) parse(suite.resolve("cases.json")))
                .items().stream()
                        .map(Mapping.class::cast)
                        .map(one ->
                                dynamicTest(
                                        text(one, "name") + " " + text(one, "index"),
                                        () ->
                                                check(
                                                        Validation.of(
                                                                suite.resolve(text(one, "file"))),
                                                        one)))
                        .toList();
    }

    private static void check(Validation validation, Mapping expected) {
        var document = validation.documents().get(Integer.parseInt(text(expected, "index")));

        assertThat(document.resource().replace("default/", ""))
                .isEqualTo(text(expected, "resource").replace("default/", ""));
        assertThat(document.valid())
                .as(document.errors().toString())
                .isEqualTo(text(expected, "valid").equals("true"));
    }

    private static ConfigTree parse(Path file) {
        return switch (YamlFile.read(file)) {
            case Result.Ok<YamlFile>(var yaml, _) -> yaml.documents().getFirst().root();
            case Result.Err<YamlFile>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static String text(Mapping mapping, String key) {
        return ((Scalar) mapping.get(key).orElseThrow()).text();
    }
}
