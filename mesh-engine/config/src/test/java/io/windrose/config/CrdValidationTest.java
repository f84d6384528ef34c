package io.windrose.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.windrose.config.decode.Decoded;
import io.windrose.config.decode.Decoder;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import io.windrose.testkit.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What a real API server with Istio's schemas and webhook accepts and rejects, for the kinds that
/// are read here.
final class CrdValidationTest {

    @TestFactory
    List<DynamicTest> agreesWithTheApiServer() throws IOException {
        var suite = Shared.path("conformance/crd-validation");
        var tests = new ArrayList<DynamicTest>();
        for (var item : ((Sequence) root(suite.resolve("cases.json"))).items()) {
            var cases = (Mapping) item;
            var decoded = document(suite.resolve(text(cases, "file")), number(cases, "index"));
            if (decoded.id().isPresent()) {
                tests.add(
                        dynamicTest(
                                text(cases, "name") + " " + text(cases, "index"),
                                () ->
                                        assertThat(decoded.valid())
                                                .as(decoded.problems().toString())
                                                .isEqualTo(text(cases, "valid").equals("true"))));
            }
        }
        return tests;
    }

    private static Decoded document(Path file, int index) throws IOException {
        return new Decoder("", Severity.ERROR).decode(parse(file)).get(index);
    }

    private static ConfigTree root(Path file) throws IOException {
        return parse(file).documents().getFirst().root();
    }

    private static YamlFile parse(Path file) throws IOException {
        return switch (YamlFile.parse(file.toString(), Files.readAllBytes(file))) {
            case Result.Ok<YamlFile>(var yaml, _) -> yaml;
            case Result.Err<YamlFile>(var problems) ->
                    throw new AssertionError(problems.stream().map(Problem::message).toList());
        };
    }

    private static int number(Mapping mapping, String key) {
        return Integer.parseInt(text(mapping, key));
    }

    private static String text(Mapping mapping, String key) {
        return ((Scalar) mapping.get(key).orElseThrow()).text();
    }
}
