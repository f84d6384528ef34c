package io.windrose.conformance.kubernetes;

import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.testkit.ApiServer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// The definition of one kind.
///
/// @param text its YAML
record Crd(String text, Schema spec) {

    /// @param file several, with `---` between them
    static List<Crd> of(String file) {
        return Arrays.stream(file.split("(?m)^---\\s*$"))
                .filter(text -> text.contains("kind: CustomResourceDefinition"))
                .map(text -> new Crd(text, parsed(text).in("spec")))
                .toList();
    }

    static void install(List<Crd> all, ApiServer server) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var installed =
                    all.stream()
                            .map(crd ->
                                    CompletableFuture.runAsync(
                                            () -> server.install(crd.text(), crd.paths()), threads))
                            .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(installed).join();
        }
    }

    String kind() {
        return spec.in("names").text("kind");
    }

    List<String> versions() {
        return spec.list("versions").stream().map(version -> version.text("name")).toList();
    }

    String apiVersion(String version) {
        return spec.text("group") + "/" + version;
    }

    /// Where the objects of one version and of one namespace are made.
    String path(String version, String namespace) {
        return "/apis/%s/namespaces/%s/%s"
                .formatted(apiVersion(version), namespace, spec.in("names").text("plural"));
    }

    /// What a document says under `spec`.
    Schema ofSpec(String version) {
        return spec.list("versions").stream()
                .filter(one -> one.text("name").equals(version))
                .findFirst()
                .orElseThrow()
                .in("schema")
                .in("openAPIV3Schema")
                .in("properties")
                .in("spec");
    }

    private List<String> paths() {
        return versions().stream()
                .map(version ->
                        "/apis/%s/%s"
                                .formatted(apiVersion(version), spec.in("names").text("plural")))
                .toList();
    }

    private static Schema parsed(String text) {
        return switch (YamlFile.parse("crd.yaml", text)) {
            case Result.Ok<YamlFile>(var yaml, _) ->
                    new Schema((Mapping) yaml.documents().getFirst().root());
            case Result.Err<YamlFile>(var problems) -> throw new AssertionError(problems);
        };
    }
}
