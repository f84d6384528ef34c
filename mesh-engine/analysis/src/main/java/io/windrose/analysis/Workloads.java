package io.windrose.analysis;

import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What runs in a mesh, or would: Pods, and the Pods that Deployments and the like will make.
public final class Workloads {
    /// Kinds with `spec.template`.
    public static final Set<String> OWNERS =
            Set.of(
                    Kinds.DEPLOYMENT,
                    "apps/DaemonSet",
                    "apps/ReplicaSet",
                    "apps/StatefulSet",
                    "batch/Job");

    /// Kinds of which an object is a workload, makes one, or says whether one gets a sidecar.
    public static final Set<String> KINDS =
            Stream.concat(OWNERS.stream(), Stream.of(Kinds.POD, Kinds.NAMESPACE))
                    .collect(Collectors.toUnmodifiableSet());

    private static final String REDIRECTION = "ambient.istio.io/redirection";

    private final Map<String, List<Workload>> byNamespace = new HashMap<>();
    private final Map<Labelled, List<Workload>> byLabel = new HashMap<>();
    private final List<Workload> all = new ArrayList<>();

    /// @param namespace empty for all
    private record Labelled(String namespace, String key, String value) {}

    Workloads(Mesh mesh) {
        for (var pod : mesh.all(Kinds.POD)) {
            add(mesh, pod, pod.root());
        }
        for (var kind : OWNERS.stream().sorted().toList()) {
            for (var owner : mesh.all(kind)) {
                add(mesh, owner, owner.spec().get("template"));
            }
        }
    }

    private void add(Mesh mesh, MeshObject object, Node template) {
        var workload =
                new Workload(
                        object,
                        template,
                        Labels.of(template.words("metadata", "labels")),
                        Injection.isDone(template),
                        Injection.isAsked(mesh, object.namespace(), template));
        all.add(workload);
        byNamespace.computeIfAbsent(object.namespace(), _ -> new ArrayList<>()).add(workload);
        for (var label : workload.labels().byKey().entrySet()) {
            for (var namespace : List.of("", object.namespace())) {
                var labelled = new Labelled(namespace, label.getKey(), label.getValue());
                byLabel.computeIfAbsent(labelled, _ -> new ArrayList<>()).add(workload);
            }
        }
    }

    /// @param object the Pod, or what makes Pods
    /// @param template with `metadata` and `spec`, of the Pod
    /// @param labels of the Pod
    /// @param hasSidecar whether its proxy is written down, as in a Pod that runs
    /// @param asksForSidecar whether the labels of namespace and Pod make the injector add one
    public record Workload(
            MeshObject object,
            Node template,
            Labels labels,
            boolean hasSidecar,
            boolean asksForSidecar) {

        /// Whether its traffic passes a sidecar of its own.
        public boolean inMesh() {
            return hasSidecar || asksForSidecar;
        }

        /// Whether a node's proxy takes its traffic, so that it needs no sidecar.
        public boolean isAmbient() {
            return template.text("metadata", "annotations", REDIRECTION).equals("enabled");
        }

        /// Empty where none is named: Kubernetes' `default`.
        public String serviceAccount() {
            return template.text("spec", "serviceAccountName");
        }

        public boolean isPod() {
            return object.kind().equals(Kinds.POD);
        }
    }

    /// Pods first, then by kind, namespace and name.
    public List<Workload> all() {
        return all;
    }

    public List<Workload> in(String namespace) {
        return byNamespace.getOrDefault(namespace, List.of());
    }

    /// @param namespace empty for all
    public List<Workload> matching(String namespace, Selector selector) {
        if (selector.selectsAll()) {
            return namespace.isEmpty() ? all : in(namespace);
        }
        var first = selector.matchLabels().firstEntry();
        var labelled = new Labelled(namespace, first.getKey(), first.getValue());
        return byLabel.getOrDefault(labelled, List.of()).stream()
                .filter(one -> selector.matches(one.labels()))
                .toList();
    }
}
