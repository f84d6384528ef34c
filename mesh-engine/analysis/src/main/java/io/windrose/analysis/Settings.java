package io.windrose.analysis;

import io.windrose.config.decode.Decoder;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.YamlFile;
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

    /// These where they are given, else those of the ConfigMap `istio`.
    ///
    /// @param configMaps all of a mesh
    Settings orFrom(List<MeshObject> configMaps) {
        if (given) {
            return this;
        }
        var found =
                configMaps.stream()
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

    /// A text of YAML inside of a ConfigMap; its places are those of the file where it is a literal
    /// block, else those of the text.
    private static Optional<MeshObject> inside(MeshObject map, String key) {
        var kind = key.equals("mesh") ? "MeshConfig" : "MeshNetworks";
        return map.root().get("data", key).tree() instanceof Scalar text && !text.text().isEmpty()
                ? Optional.of(
                        switch (map.yaml()
                                .inside(text)
                                .orElseGet(() -> YamlFile.parse(map.file(), text.text()))) {
                            case Result.Ok<YamlFile>(var yaml, _) ->
                                    MeshObject.settings(kind, yaml);
                            case Result.Err<YamlFile> _ -> MeshObject.settings(kind, empty());
                        })
                : Optional.empty();
    }
}
