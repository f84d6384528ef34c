package io.windrose.translate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.windrose.config.ConfigReader;
import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.Resource;
import io.windrose.kernel.Result;
import io.windrose.registry.MeshBuilder;
import io.windrose.translate.scope.ProxyNode;
import io.windrose.translate.scope.ProxyScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A folder with a configuration (`in.yaml`), the proxy that asks (`node.json`; without it the
/// sidecar of `web` in `default`, a stock Envoy) and what is expected (`out.json`).
///
/// `mvn test -Dgolden.update=true` rewrites outputs; their diff is reviewed like code.
record GoldenCase(Path directory) {
    private static final String WEB =
            """
            {"id": "sidecar~10.1.0.1~web-0.default~default.svc.cluster.local",
             "metadata": {"NAMESPACE": "default", "INSTANCE_IPS": "10.1.0.1",
               "LABELS": {"app": "web"}}}
            """;

    static Stream<GoldenCase> in(String folder) throws IOException {
        try (var folders = Files.list(Path.of("src/test/resources/golden", folder))) {
            return folders.sorted().toList().stream().map(GoldenCase::new);
        }
    }

    String name() {
        return directory.getFileName().toString();
    }

    List<Resource> resources() throws IOException {
        var file = directory.resolve("in.yaml");
        return valueOf(ConfigReader.read(file.toString(), Files.readString(file)));
    }

    ProxyScope scope(List<Resource> resources) throws IOException {
        var file = directory.resolve("node.json");
        var node = Node.newBuilder();
        JsonFormat.parser().merge(Files.exists(file) ? Files.readString(file) : WEB, node);
        var mesh = MeshBuilder.build(ConfigSnapshot.of(resources));
        return ProxyScope.of(mesh, valueOf(ProxyNode.of(node.build())));
    }

    void check(String actual) throws IOException {
        var golden = directory.resolve("out.json");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }

    private static <T> T valueOf(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
