package io.windrose.analysis;

import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// Kinds of which an object is a workload, or makes one.
    public static final Set<String> OF_WORKLOADS =
            Stream.concat(OWNERS.stream(), Stream.of(Kinds.POD))
                    .collect(Collectors.toUnmodifiableSet());

    private static final String REDIRECTION = "ambient.istio.io/redirection";

    private final Mesh mesh;

    Workloads(Mesh mesh) {
        this.mesh = mesh;
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
        return mesh.workloadTable().all();
    }

    /// What is written down of a Pod, by the object itself or by what makes Pods.
    public static Node template(MeshObject object) {
        return object.kind().equals(Kinds.POD) ? object.root() : object.spec().get("template");
    }

    /// What an object is, or makes; empty for one of another kind.
    public Optional<Workload> of(MeshObject object) {
        return mesh.get(new OfObject(object));
    }

    private record OfObject(MeshObject object) implements Fact<Optional<Workload>> {
        @Override
        public Optional<Workload> of(Mesh mesh) {
            return mesh.workloadTable().of(object);
        }
    }

    public List<Workload> in(String namespace) {
        return matching(namespace, Selector.ALL);
    }

    /// @param namespace empty for all
    public List<Workload> matching(String namespace, Selector selector) {
        return mesh.get(new Selected(namespace, selector));
    }

    private record Selected(String namespace, Selector selector) implements Fact<List<Workload>> {
        @Override
        public List<Workload> of(Mesh mesh) {
            return mesh.workloadTable().matching(namespace, selector);
        }
    }

    /// The Services of a namespace that select what is labelled so.
    public List<MeshObject> services(String namespace, Labels labels) {
        return mesh.get(new Selecting(namespace, labels));
    }

    private record Selecting(String namespace, Labels labels) implements Fact<List<MeshObject>> {
        @Override
        public List<MeshObject> of(Mesh mesh) {
            return labels.byKey().entrySet().stream()
                    .map(one -> new First(namespace, one.getKey(), one.getValue()))
                    .flatMap(one -> mesh.get(one).stream())
                    .filter(one -> selector(one).matches(labels))
                    .toList();
        }
    }

    private static Selector selector(MeshObject service) {
        return Selector.of(service.spec().words("selector"));
    }

    /// Services of which the selector begins with a label.
    private record First(String namespace, String key, String value)
            implements Fact<List<MeshObject>> {
        @Override
        public List<MeshObject> of(Mesh mesh) {
            return mesh.get(new ByFirst()).getOrDefault(this, List.of());
        }
    }

    private record ByFirst() implements Fact<Map<First, List<MeshObject>>> {
        @Override
        public Map<First, List<MeshObject>> of(Mesh mesh) {
            var services = new HashMap<First, List<MeshObject>>();
            for (var service : mesh.all(Kinds.SERVICE)) {
                var label = selector(service).matchLabels().firstEntry();
                if (label != null) {
                    var first = new First(service.namespace(), label.getKey(), label.getValue());
                    services.computeIfAbsent(first, _ -> new ArrayList<>()).add(service);
                }
            }
            return services;
        }
    }

    /// The objects alone of [#matching].
    ///
    /// @param namespace as there
    public List<MeshObject> objects(String namespace, Selector selector) {
        return mesh.get(new SelectedObjects(namespace, selector));
    }

    private record SelectedObjects(String namespace, Selector selector)
            implements Fact<List<MeshObject>> {
        @Override
        public List<MeshObject> of(Mesh mesh) {
            return mesh.workloads().matching(namespace, selector).stream()
                    .map(Workload::object)
                    .toList();
        }
    }
}
