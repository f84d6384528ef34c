package io.windrose.analysis.check.security;

import io.windrose.analysis.Ambient;
import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.Workloads.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Kinds of which one object alone holds for a workload: Sidecar and PeerAuthentication.
final class OneForEach implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("IST0110", "IST0111", "KIA0002", "KIA0003");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var kind : List.of(Kinds.SIDECAR, Kinds.PEER_AUTHENTICATION)) {
            var wide = new TreeMap<String, List<Scope>>();
            var byWorkload = new LinkedHashMap<Workload, List<Scope>>();
            for (var object : mesh.all(kind)) {
                var scope = Scope.of(object);
                if (scope.selectsAll()) {
                    wide.computeIfAbsent(object.namespace(), _ -> new ArrayList<>()).add(scope);
                } else {
                    scope.workloads(mesh)
                            .forEach(one ->
                                    byWorkload
                                            .computeIfAbsent(one, _ -> new ArrayList<>())
                                            .add(scope));
                }
            }
            wide.values().forEach(all -> wide(mesh, all, found));
            selected(mesh, byWorkload, found);
        }
    }

    private static void wide(Mesh mesh, List<Scope> all, Consumer<Finding> found) {
        if (all.size() < 2) {
            return;
        }
        for (var scope : all) {
            var object = scope.object();
            var others = others(all, object);
            if (others.isEmpty()) {
                continue;
            }
            var message =
                    "%s in namespace %s %s no selector either; only the oldest of them holds."
                            .formatted(
                                    String.join(" and ", others),
                                    object.namespace(),
                                    others.size() == 1 ? "has" : "have");
            // istioctl leaves namespaces of ambient out, Kiali does not
            boolean istio =
                    object.kind().equals(Kinds.SIDECAR)
                            && !Ambient.isNamespace(mesh, object.namespace());
            found.accept(finding(istio ? "IST0111" : "", "KIA0002", scope.place(), message));
        }
    }

    private static SortedSet<String> others(Collection<Scope> all, MeshObject self) {
        return all.stream()
                .map(Scope::object)
                .filter(object -> !object.isSameAs(self))
                .map(MeshObject::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void selected(
            Mesh mesh, Map<Workload, List<Scope>> byWorkload, Consumer<Finding> found) {
        var rivals = new LinkedHashMap<Scope, Set<Scope>>();
        var shared = new LinkedHashMap<Scope, Set<String>>();
        var sidecars = new HashSet<Scope>();
        byWorkload.forEach((workload, scopes) -> {
            if (scopes.size() < 2) {
                return;
            }
            for (var scope : scopes) {
                rivals.computeIfAbsent(scope, _ -> new HashSet<>()).addAll(scopes);
                shared.computeIfAbsent(scope, _ -> new TreeSet<>()).add(workload.object().name());
                boolean istio =
                        scope.object().kind().equals(Kinds.SIDECAR) && !workload.isAmbient();
                if (istio && !Ambient.isNamespace(mesh, scope.object().namespace())) {
                    sidecars.add(scope);
                }
            }
        });
        rivals.forEach((scope, all) -> {
            var others = others(all, scope.object());
            if (!others.isEmpty()) {
                found.accept(
                        finding(
                                sidecars.contains(scope) ? "IST0110" : "",
                                "KIA0003",
                                scope.place(),
                                "This and %s select %s; only the oldest of them holds."
                                        .formatted(
                                                String.join(" and ", others),
                                                some(
                                                        List.copyOf(
                                                                shared.getOrDefault(
                                                                        scope, Set.of()))))));
            }
        });
    }

    private static String some(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : "%s and %d more".formatted(names.getFirst(), names.size() - 1);
    }

    private static Finding finding(String istio, String kiali, Node at, String message) {
        return istio.isEmpty()
                ? Finding.of(kiali, at, message)
                : Finding.of(istio, at, message).also(kiali);
    }
}
