package io.windrose.analysis;

import io.windrose.config.decode.Decoder;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.util.List;
import java.util.Optional;

/// What holds for the whole mesh: MeshConfig and MeshNetworks.
///
/// @param given whether somebody wrote a MeshConfig, or it is Istio's default
/// @param config the fields as they are written; empty ones where nobody did
/// @param networks likewise of MeshNetworks
public record Settings(boolean given, MeshConfig mesh, MeshObject config, MeshObject networks) {
    private static final String CONFIG_MAP = "ConfigMap";
    private static final String NETWORKS = "MeshNetworks istio-system/meshnetworks";

    public static final Settings DEFAULT =
            new Settings(
                    false,
                    MeshConfig.DEFAULT,
                    MeshObject.settings("MeshConfig", empty()),
                    MeshObject.settings(NETWORKS, empty()));

    private static YamlFile empty() {
        return new YamlFile("", "", List.of());
    }

    /// @return the problems of a file that is no MeshConfig
    public Result<Settings> withMesh(YamlFile file) {
        return new Decoder("", Severity.WARNING)
                .meshConfig(file)
                .map(mesh ->
                        new Settings(
                                true, mesh, MeshObject.settings("MeshConfig", file), networks));
    }

    public Settings withNetworks(YamlFile file) {
        return new Settings(given, mesh, config, MeshObject.settings(NETWORKS, file));
    }

    /// These where they are given, else those of the ConfigMap `istio` among the objects.
    Settings orFrom(List<MeshObject> objects) {
        if (given) {
            return this;
        }
        var found =
                objects.stream()
                        .filter(object -> object.kind().equals(CONFIG_MAP))
                        .filter(object -> object.resource().orElse(null) instanceof MeshConfig)
                        .findFirst();
        return found.map(this::from).orElse(this);
    }

    private Settings from(MeshObject map) {
        return new Settings(
                true,
                (MeshConfig) map.resource().orElseThrow(),
                inside(map, "mesh").orElse(config),
                inside(map, "meshNetworks").orElse(networks));
    }

    /// A text of YAML inside of a ConfigMap; where it is not a literal block, its places are those
    /// of that text.
    private static Optional<MeshObject> inside(MeshObject map, String key) {
        var node = map.root().get("data", key);
        var label = key.equals("mesh") ? "MeshConfig" : NETWORKS;
        return node.text().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        switch (inside(map, node)) {
                            case Result.Ok<YamlFile>(var yaml, List<Problem> _) ->
                                    MeshObject.settings(label, yaml);
                            case Result.Err<YamlFile> _ -> MeshObject.settings(label, empty());
                        });
    }

    private static Result<YamlFile> inside(MeshObject map, Node node) {
        return node.tree() instanceof Scalar scalar
                ? map.yaml()
                        .inside(scalar)
                        .orElseGet(() -> YamlFile.parse(map.file(), scalar.text()))
                : Result.ok(empty());
    }
}
