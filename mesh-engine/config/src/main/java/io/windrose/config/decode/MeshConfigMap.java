package io.windrose.config.decode;

import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.Origin;
import io.windrose.config.schema.Schemas;
import io.windrose.config.schema.SettingsSchema;
import io.windrose.config.syntax.Codes;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.Findings;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.util.List;
import java.util.Optional;

/// The settings of a mesh in a ConfigMap: YAML in the texts of two of its keys. What is wrong with
/// them points at the key; the path says where in it.
///
/// @param label of the ConfigMap, as problems name it
record MeshConfigMap(String file, String label, Severity unknownField) {
    private static final String MESH = "mesh";
    private static final String NETWORKS = "meshNetworks";

    /// Other ConfigMaps hold nothing for a mesh.
    ///
    /// @param data of the ConfigMap
    Optional<MeshConfig> decode(ObjectMeta meta, Origin origin, Fields data) {
        var name = meta.name().name();
        if (!name.equals("istio") && !name.startsWith("istio-")) {
            return Optional.empty();
        }
        if (data.has(NETWORKS)) {
            settings(data, NETWORKS)
                    .ifPresent(networks ->
                            data.found(judge(Schemas.meshNetworks(), networks, data, NETWORKS)));
        }
        return data.has(MESH)
                ? settings(data, MESH).map(mesh -> mesh(meta, origin, data, mesh))
                : Optional.empty();
    }

    private MeshConfig mesh(ObjectMeta meta, Origin origin, Fields data, Mapping mesh) {
        var span = data.spanOf(MESH);
        var report = new Report(file, label, unknownField, Outline.Listener.NOBODY).at(span);
        var fields = new Fields(report, mesh, span, data.path(MESH), true);
        var config = MeshConfigs.decode(meta, origin, fields);
        data.found(Verdict.of(judge(Schemas.meshConfig(), mesh, data, MESH), report.findings()));
        return config;
    }

    private Findings judge(SettingsSchema schema, Mapping settings, Fields data, String key) {
        return schema.judge(
                file, label, settings, data.path(key), Optional.of(data.spanOf(key)), unknownField);
    }

    /// Empty, after an error, for what is no mapping; nothing at all is one without members.
    private Optional<Mapping> settings(Fields data, String key) {
        return switch (YamlFile.parse(file, data.text(key))) {
            case Result.Err<YamlFile>(var problems) -> {
                data.error(Codes.MALFORMED, key, problems.getFirst().message());
                yield Optional.empty();
            }
            case Result.Ok<YamlFile>(var inner, _) -> {
                if (inner.documents().isEmpty()) {
                    yield Optional.of(new Mapping(List.of(), false, data.spanOf(key)));
                }
                if (inner.documents().getFirst().root() instanceof Mapping mapping) {
                    yield Optional.of(mapping);
                }
                data.error(Codes.WRONG_TYPE, key, "The settings of a mesh are a mapping.");
                yield Optional.empty();
            }
        };
    }
}
