package io.windrose.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// The clusters of one mesh, as one of them sees the others: what runs there takes part in its
/// mesh, what is configured there does not.
///
/// @param own name of the cluster that looks; empty where it is the only one
/// @param all each cluster by itself, in the order in which they were given; the looking one is
///   among them, unless it is the only one
/// @see <a href="https://istio.io/latest/docs/ops/deployment/deployment-models/">Istio: deployment
///   models</a>
public record Clusters(String own, SequencedMap<String, Mesh> all) {
    public static final Clusters ONE = new Clusters("", Collections.emptyNavigableMap());

    /// What a control plane reads of the other clusters of its mesh.
    private static final Set<String> SEEN =
            Set.of(
                    Kinds.NAMESPACE,
                    Kinds.SERVICE,
                    Kinds.POD,
                    "Endpoints",
                    "discovery.k8s.io/EndpointSlice");

    public Clusters {
        all = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(all));
    }

    /// All but the one that looks.
    public SequencedMap<String, Mesh> others() {
        var others = new LinkedHashMap<>(all);
        others.remove(own);
        return Collections.unmodifiableSequencedMap(others);
    }

    /// Of the first cluster that has such an object; by name and object.
    ///
    /// @param object of the cluster that looks
    public Optional<Map.Entry<String, MeshObject>> first(MeshObject object) {
        return all.entrySet().stream()
                .flatMap(cluster ->
                        cluster
                                .getValue()
                                .find(object.kind(), object.namespace(), object.name())
                                .stream()
                                .map(one -> Map.entry(cluster.getKey(), one)))
                .findFirst();
    }

    /// What runs in the other clusters; of one object that several have, each is there.
    List<MeshObject> running() {
        var kinds = Stream.concat(SEEN.stream(), Workloads.OWNERS.stream()).sorted().toList();
        return others().values().stream()
                .flatMap(mesh -> kinds.stream().flatMap(kind -> mesh.all(kind).stream()))
                .toList();
    }
}
