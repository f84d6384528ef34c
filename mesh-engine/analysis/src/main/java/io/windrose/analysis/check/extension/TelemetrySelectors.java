package io.windrose.analysis.check.extension;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Workloads.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Telemetry objects: that one alone is for each workload.
final class TelemetrySelectors implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("IST0159", "IST0160");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var wide = new TreeMap<String, List<MeshObject>>();
        var selecting = new LinkedHashMap<Workload, List<MeshObject>>();
        for (var telemetry : mesh.all(Kinds.TELEMETRY)) {
            var targets = Targets.of(telemetry);
            if (targets.isWide()) {
                wide.computeIfAbsent(telemetry.namespace(), _ -> new ArrayList<>()).add(telemetry);
            } else if (targets.selects()) {
                mesh.workloads()
                        .matching(telemetry.namespace(), targets.selector())
                        .forEach(one ->
                                selecting
                                        .computeIfAbsent(one, _ -> new ArrayList<>())
                                        .add(telemetry));
            }
        }
        wide.forEach((namespace, all) -> wide(mesh, namespace, all, found));
        selected(selecting, found);
    }

    private static void wide(
            Mesh mesh, String namespace, List<MeshObject> all, Consumer<Finding> found) {
        if (all.size() > 1) {
            var scope =
                    namespace.equals(mesh.rootNamespace()) ? "the mesh" : "namespace " + namespace;
            for (var telemetry : all) {
                var others = others(all, telemetry);
                if (!others.isEmpty()) {
                    found.accept(
                            Finding.of(
                                    "IST0160",
                                    telemetry.root().get("metadata", "name"),
                                    ("This and %s are for all of %s, of which only the oldest"
                                                    + " holds; make them one.")
                                            .formatted(others, scope)));
                }
            }
        }
    }

    private static void selected(
            Map<Workload, List<MeshObject>> selecting, Consumer<Finding> found) {
        var rivals = new LinkedHashMap<MeshObject, Set<MeshObject>>();
        var first = new LinkedHashMap<MeshObject, String>();
        selecting.forEach((workload, all) -> {
            if (all.size() > 1) {
                for (var telemetry : all) {
                    rivals.computeIfAbsent(telemetry, _ -> new LinkedHashSet<>()).addAll(all);
                    first.putIfAbsent(telemetry, workload.object().label());
                }
            }
        });
        rivals.forEach((telemetry, all) -> {
            var others = others(all, telemetry);
            if (!others.isEmpty()) {
                found.accept(
                        Finding.of(
                                "IST0159",
                                Targets.of(telemetry).at(),
                                ("This and %s select %s, for which only the oldest"
                                                + " holds; make them one, or select apart.")
                                        .formatted(others, first.getOrDefault(telemetry, ""))));
            }
        });
    }

    private static String others(Collection<MeshObject> all, MeshObject self) {
        return all.stream()
                .filter(one -> !one.isSameAs(self))
                .map(MeshObject::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
    }
}
