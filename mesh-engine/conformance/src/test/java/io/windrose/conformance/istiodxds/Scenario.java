package io.windrose.conformance.istiodxds;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.windrose.config.ConfigReader;
import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.Resource;
import io.windrose.kernel.Result;
import io.windrose.registry.MeshBuilder;
import io.windrose.registry.MeshSnapshot;
import io.windrose.testkit.Shared;
import io.windrose.translate.Translator;
import io.windrose.translate.XdsDump;
import io.windrose.translate.XdsType;
import io.windrose.translate.scope.ProxyNode;
import io.windrose.translate.scope.ProxyScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// One configuration with the proxies that asked istiod for theirs.
final class Scenario {
    static final Set<XdsType> COMPARED =
            EnumSet.of(XdsType.CDS, XdsType.EDS, XdsType.LDS, XdsType.RDS);
    private static final String NODE_PREFIX = "node-";
    private static final String JSON = ".json";

    private final Path directory;
    private final MeshSnapshot mesh;

    private Scenario(Path directory, MeshSnapshot mesh) {
        this.directory = directory;
        this.mesh = mesh;
    }

    static Scenario read(String name) throws IOException {
        var directory = Shared.path("conformance/istiod-xds/" + name);
        var resources = new ArrayList<Resource>();
        for (var file : files(directory.resolve("config"))) {
            resources.addAll(valueOf(ConfigReader.read(file.toString(), Files.readString(file))));
        }
        var meshFile = directory.resolve("mesh.yaml");
        if (Files.exists(meshFile)) {
            resources.add(
                    valueOf(
                            ConfigReader.readMeshConfig(
                                    meshFile.toString(), Files.readString(meshFile))));
        }
        return new Scenario(directory, MeshBuilder.build(ConfigSnapshot.of(resources)));
    }

    /// The proxies' names.
    List<String> proxies() throws IOException {
        return files(directory).stream()
                .map(file -> file.getFileName().toString())
                .filter(file -> file.startsWith(NODE_PREFIX))
                .map(file -> file.substring(NODE_PREFIX.length(), file.length() - JSON.length()))
                .toList();
    }

    /// What istiod sent; an empty array where it sent nothing of that type.
    JsonArray golden(String proxy, XdsType type) throws IOException {
        var file = directory.resolve(proxy + "." + type.shortName() + JSON);
        return Files.exists(file)
                ? JsonParser.parseString(Files.readString(file)).getAsJsonArray()
                : new JsonArray();
    }

    /// What we send, by the types' short names.
    JsonObject ours(String proxy) throws IOException {
        return ours(node(proxy));
    }

    /// What we send to a proxy that does not say it is Istio's.
    JsonObject oursForStockEnvoy(String proxy) throws IOException {
        var node = node(proxy);
        node.getMetadataBuilder().removeFields("ISTIO_VERSION");
        return ours(node);
    }

    private Node.Builder node(String proxy) throws IOException {
        var node = Node.newBuilder();
        JsonFormat.parser()
                .merge(Files.readString(directory.resolve(NODE_PREFIX + proxy + JSON)), node);
        return node;
    }

    private JsonObject ours(Node.Builder node) {
        var scope = ProxyScope.of(mesh, valueOf(ProxyNode.of(node.build())));
        var dump = XdsDump.json(Translator.resources(scope), COMPARED);
        return JsonParser.parseString(dump).getAsJsonObject();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static <T> T valueOf(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
