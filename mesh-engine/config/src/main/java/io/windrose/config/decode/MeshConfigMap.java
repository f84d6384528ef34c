package io.windrose.config.decode;

import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.Origin;
import io.windrose.config.schema.Schemas;
import io.windrose.config.schema.SettingsSchema;
import io.windrose.config.syntax.Codes;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.Findings;
import io.windrose.config.tree.Span;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.util.List;
import java.util.Optional;

/// The settings of a mesh in a ConfigMap: YAML in the texts of two of its keys. What is wrong in a
/// literal block (`|`) points at its true place in the file; in any other text, whose lines are not
/// those of the file, at that text, while the path says where in it.
///
/// @param label of the ConfigMap, as problems name it
record MeshConfigMap(YamlFile file, String label, Severity unknownField) {
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

    private MeshConfig mesh(ObjectMeta meta, Origin origin, Fields data, Settings mesh) {
        var everywhere = new Report(file.name(), label, unknownField, Outline.Listener.NOBODY);
        var report = mesh.fixed.map(everywhere::at).orElse(everywhere);
        var fields = new Fields(report, mesh.tree, mesh.tree.span(), data.path(MESH), true);
        var config = MeshConfigs.decode(meta, origin, fields);
        data.found(Verdict.of(judge(Schemas.meshConfig(), mesh, data, MESH), report.findings()));
        return config;
    }

    private Findings judge(SettingsSchema schema, Settings settings, Fields data, String key) {
        return schema.judge(
                file.name(), label, settings.tree, data.path(key), settings.fixed, unknownField);
    }

    /// @param fixed where all that is wrong stands; empty where each value has its own place
    private record Settings(Mapping tree, Optional<Span> fixed) {}

    /// Empty, after an error, for what is no mapping; nothing at all is one without members.
    private Optional<Settings> settings(Fields data, String key) {
        var inside = data.scalar(key).flatMap(file::inside);
        Optional<Span> fixed =
                inside.isPresent() ? Optional.empty() : Optional.of(data.spanOf(key));
        return switch (inside.orElseGet(() -> YamlFile.parse(file.name(), data.text(key)))) {
            case Result.Err<YamlFile>(var problems) -> {
                var found = problems.getFirst();
                var place = fixed.map(span -> span.in(file.name())).orElse(found.place());
                data.found(
                        new Findings(
                                List.of(
                                        Problem.error(
                                                Codes.MALFORMED,
                                                place.withResource(label).withPath(data.path(key)),
                                                found.message())),
                                0,
                                0));
                yield Optional.empty();
            }
            case Result.Ok<YamlFile>(var inner, _) -> {
                if (inner.documents().isEmpty()) {
                    var nothing = new Mapping(List.of(), false, data.spanOf(key));
                    yield Optional.of(new Settings(nothing, fixed));
                }
                if (inner.documents().getFirst().root() instanceof Mapping mapping) {
                    yield Optional.of(new Settings(mapping, fixed));
                }
                data.error(Codes.WRONG_TYPE, key, "The settings of a mesh are a mapping.");
                yield Optional.empty();
            }
        };
    }
}
