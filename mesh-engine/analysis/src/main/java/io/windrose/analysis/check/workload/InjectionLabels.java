package io.windrose.analysis.check.workload;

import io.windrose.analysis.Check;
import io.windrose.analysis.Entries;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Labels of namespaces by which their Pods join a mesh: that there is one, and one only.
final class InjectionLabels implements Check {
    private static final String INJECTION = "istio-injection";
    private static final String REVISION = "istio.io/rev";
    private static final String MODE = "istio.io/dataplane-mode";
    private static final String ENABLED = "enabled";

    @Override
    public Set<String> codes() {
        return Set.of("IST0102", "IST0123", "IST0148");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var injectors = Injectors.of(mesh);
        for (var namespace : mesh.all(Kinds.NAMESPACE)) {
            var name = namespace.name();
            if (!name.equals(mesh.rootNamespace()) && !PartsOfIstio.isOfSystem(name)) {
                check(namespace, injectors, found);
            }
        }
    }

    private static void check(MeshObject namespace, Injectors injectors, Consumer<Finding> found) {
        var labels = namespace.root().get("metadata", "labels");
        var injection = labels.get(INJECTION).text();
        var several = new ArrayList<Node>();
        if (injection.isEmpty() || injection.equals(ENABLED)) {
            for (var label : List.of(INJECTION, REVISION, MODE)) {
                if (isSet(labels.get(label))) {
                    several.add(labels.get(label));
                }
            }
        }
        if (several.size() > 1) {
            found.accept(several(labels, several));
        } else if (injection.isEmpty() && several.isEmpty()) {
            found.accept(none(namespace, injectors));
        }
    }

    /// `none` takes a namespace out of ambient.
    private static boolean isSet(Node label) {
        return label.exists() && !(label.name().equals(MODE) && label.text().equals("none"));
    }

    private static Finding several(Node labels, List<Node> several) {
        var names = several.stream().map(Node::name).toList();
        var finding =
                Finding.of(
                        "IST0123",
                        several.getFirst(),
                        ("%s contradict one another, and which of them holds depends on the"
                                        + " version of Istio; keep one.")
                                .formatted(String.join(" and ", names)));
        for (var kept : names) {
            finding =
                    finding.with(
                            Fix.of(
                                    "Keep %s alone".formatted(kept),
                                    labels.object(),
                                    patch ->
                                            names.stream()
                                                    .filter(name -> !name.equals(kept))
                                                    .forEach(name ->
                                                            patch.remove(
                                                                    (Mapping) labels.tree(),
                                                                    name))));
        }
        return finding;
    }

    private static Finding none(MeshObject namespace, Injectors injectors) {
        var at = namespace.root().get("metadata", "name");
        var finding =
                injectors.enabledByDefault()
                        ? Finding.of(
                                "IST0148",
                                at,
                                ("No label says whether Pods of %s get a sidecar, and the"
                                                + " injector is set up to give them one; label it"
                                                + " istio-injection: disabled if they should not.")
                                        .formatted(namespace.name()))
                        : Finding.of(
                                "IST0102",
                                at,
                                ("Pods of %s get no sidecar, because no label asks for one;"
                                                + " label it istio-injection: enabled, or disabled if that is"
                                                + " meant.")
                                        .formatted(namespace.name()));
        for (var value : List.of(ENABLED, "disabled")) {
            var adds = Entries.adding(namespace.root().get("metadata"), "labels", INJECTION, value);
            if (adds.isPresent()) {
                finding =
                        finding.with(
                                Fix.of(
                                        "Label it istio-injection: " + value,
                                        namespace,
                                        adds.get()));
            }
        }
        return finding;
    }
}
