package io.windrose.analysis.check.workload;

import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How the injectors of a mesh are set up, by the ConfigMaps `istio-sidecar-injector` and those of
/// other revisions.
final class Injectors {
    static final String CONFIG_MAP = "ConfigMap";
    static final String DEFAULT = "default";
    private static final String NAME = "istio-sidecar-injector";

    private final Map<String, ConfigTree> byRevision;

    private Injectors(Map<String, ConfigTree> byRevision) {
        this.byRevision = byRevision;
    }

    static Injectors of(Mesh mesh) {
        var byRevision = new HashMap<String, ConfigTree>();
        for (var map : mesh.all(CONFIG_MAP)) {
            if (map.name().startsWith(NAME)) {
                values(map).ifPresent(values -> byRevision.put(revision(map), values));
            }
        }
        return new Injectors(byRevision);
    }

    private static String revision(MeshObject map) {
        return map.labels()
                .get("istio.io/rev")
                .orElse(
                        map.name().startsWith(NAME + "-")
                                ? map.name().substring(NAME.length() + 1)
                                : DEFAULT);
    }

    private static Optional<ConfigTree> values(MeshObject map) {
        return YamlFile.parse(map.file(), map.root().text("data", "values"))
                        instanceof Result.Ok<YamlFile>(var yaml, _)
                ? yaml.documents().stream().findFirst().map(one -> one.root())
                : Optional.empty();
    }

    /// Whether namespaces without a label get sidecars, too.
    boolean enabledByDefault() {
        return text(DEFAULT, "sidecarInjectorWebhook", "enableNamespacesByDefault").equals("true");
    }

    /// The image of the proxies that a revision gives to Pods; empty where it is not known.
    Optional<String> image(String revision) {
        var image = text(revision, "global", "proxy", "image");
        var hub = text(revision, "global", "hub");
        var tag = text(revision, "global", "tag");
        if (image.isEmpty() || image.contains("/")) {
            return Optional.of(image).filter(one -> !one.isEmpty());
        }
        return hub.isEmpty() || tag.isEmpty()
                ? Optional.empty()
                : Optional.of(hub + "/" + image + ":" + tag);
    }

    private String text(String revision, String... keys) {
        var tree = Optional.ofNullable(byRevision.get(revision));
        for (var key : keys) {
            tree =
                    tree.flatMap(
                            one -> one instanceof Mapping map ? map.get(key) : Optional.empty());
        }
        return tree.map(one -> one instanceof Scalar scalar ? scalar.text() : "").orElse("");
    }
}
