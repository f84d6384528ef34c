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
    /// A server compiles the rules of each; all at once keep it from answering in time.
    private static final int AT_ONCE = 4;

    /// @param file several, with `---` between them
    static List<Crd> of(String file) {
        return Arrays.stream(file.split("(?m)^---\\s*$"))
                .filter(text -> text.contains("kind: CustomResourceDefinition"))
                .map(text -> new Crd(text, parsed(text).in("spec")))
                .toList();
    }

    static void install(List<Crd> all, ApiServer server) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
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

    /// The kind, with the first word of its group where that is not Istio's: `gateway/HTTPRoute`.
    String label() {
        var group = spec.text("group");
        return isIstios() ? kind() : group.substring(0, group.indexOf('.')) + "/" + kind();
    }

    boolean isIstios() {
        return spec.text("group").endsWith(".istio.io");
    }

    boolean isNamespaced() {
        return spec.text("scope").equals("Namespaced");
    }

    /// Those that are served.
    List<String> versions() {
        return spec.list("versions").stream()
                .filter(version -> version.text("served").equals("true"))
                .map(version -> version.text("name"))
                .toList();
    }

    String apiVersion(String version) {
        return spec.text("group") + "/" + version;
    }

    /// Where the objects of one version are made.
    ///
    /// @param namespace only for kinds that have one
    String path(String version, String namespace) {
        return "/apis/%s/%s%s"
                .formatted(
                        apiVersion(version),
                        isNamespaced() ? "namespaces/" + namespace + "/" : "",
                        spec.in("names").text("plural"));
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
