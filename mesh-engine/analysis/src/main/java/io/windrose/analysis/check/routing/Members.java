package io.windrose.analysis.check.routing;

import io.windrose.analysis.Fact;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.Workloads;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import io.windrose.registry.Resolution;
import io.windrose.registry.Service;
import io.windrose.registry.ServiceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The labels of all that stands behind a service: Pods, what makes Pods, and entries.
final class Members {
    private static final String TOPOLOGY = "topology.";

    private final Mesh mesh;

    Members(Mesh mesh) {
        this.mesh = mesh;
    }

    /// Empty where nobody wrote who is behind the service.
    Set<Labels> of(Service service) {
        return mesh.get(new LabelsBehind(service));
    }

    private record LabelsBehind(Service service) implements Fact<Set<Labels>> {
        @Override
        public Set<Labels> of(Mesh mesh) {
            return new Members(mesh).labels(service);
        }
    }

    /// Whether anybody wrote any workload.
    boolean areWritten() {
        return mesh.get(new Written());
    }

    private record Written() implements Fact<Boolean> {
        @Override
        public Boolean of(Mesh mesh) {
            return !mesh.workloads().all().isEmpty()
                    || mesh.has(Kinds.WORKLOAD_ENTRY)
                    || mesh.has(Kinds.WORKLOAD_GROUP);
        }
    }

    /// The ServiceEntries by the services that they make; the first one of several.
    private record Entries() implements Fact<Map<ServiceKey, MeshObject>> {
        @Override
        public Map<ServiceKey, MeshObject> of(Mesh mesh) {
            var entries = new HashMap<ServiceKey, MeshObject>();
            for (var entry : mesh.all(Kinds.SERVICE_ENTRY)) {
                for (var host : entry.spec().texts("hosts")) {
                    var key = new ServiceKey(entry.namespace(), new Hostname(host));
                    entries.putIfAbsent(key, entry);
                }
            }
            return entries;
        }
    }

    /// Whether the services' endpoints are chosen by labels or listed; not where they are made
    /// elsewhere, or are whatever address a client asks for.
    boolean areKnown(Service service) {
        if (selector(service).isPresent()) {
            return true;
        }
        return service.origin() == Service.Origin.SERVICE_ENTRY
                ? service.resolution() != Resolution.PASSTHROUGH
                : !mesh.hosts().endpoints(service).isEmpty();
    }

    /// Whether somebody behind the service carries all these labels. Where a Pod will run, and what
    /// that adds to its labels, is not known before it runs.
    boolean anyHas(Service service, Map<String, String> wanted) {
        var known = new TreeMap<>(wanted);
        if (!mesh.has(Kinds.NODE)) {
            known.entrySet()
                    .removeIf(
                            one -> one.getKey().startsWith(TOPOLOGY) && !one.getValue().isEmpty());
        }
        var selector = Selector.of(known);
        return of(service).stream().anyMatch(selector::matches);
    }

    /// The label of a member with this value, of `version` if there is one.
    Optional<Map.Entry<String, String>> labelOf(Service service, String value) {
        Map.Entry<String, String> found = null;
        for (var labels : of(service)) {
            for (var label : labels.byKey().entrySet()) {
                if (label.getValue().equals(value)
                        && (found == null || label.getKey().equals("version"))) {
                    found = Map.entry(label.getKey(), value);
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private Set<Labels> labels(Service service) {
        var all = new LinkedHashSet<Labels>();
        selector(service)
                .ifPresent(selector -> {
                    for (var one : mesh.workloads().objects(service.namespace(), selector)) {
                        all.add(placed(Workloads.template(one)));
                    }
                    for (var kind : List.of(Kinds.WORKLOAD_ENTRY, Kinds.WORKLOAD_GROUP)) {
                        addOutside(kind, service.namespace(), selector, all);
                    }
                });
        for (var endpoint : mesh.hosts().endpoints(service)) {
            all.add(endpoint.workload().labels());
        }
        return all;
    }

    private void addOutside(String kind, String namespace, Selector selector, Set<Labels> all) {
        for (var object : mesh.all(kind)) {
            var labels =
                    kind.equals(Kinds.WORKLOAD_ENTRY)
                            ? object.spec().words("labels")
                            : object.spec().words("metadata", "labels");
            if (object.namespace().equals(namespace) && selector.matches(Labels.of(labels))) {
                all.add(Labels.of(labels));
            }
        }
    }

    /// With what the Pod's node says of the place; an empty word there says nothing.
    private Labels placed(Node template) {
        var labels = new TreeMap<>(template.words("metadata", "labels"));
        var node = mesh.find(Kinds.NODE, "", template.text("spec", "nodeName"));
        if (node.isEmpty()) {
            return Labels.of(labels);
        }
        node.get().labels().byKey().entrySet().stream()
                .filter(label -> label.getKey().startsWith(TOPOLOGY))
                .filter(label -> !label.getValue().isEmpty())
                .forEach(label -> labels.putIfAbsent(label.getKey(), label.getValue()));
        return Labels.of(labels);
    }

    private Optional<Selector> selector(Service service) {
        var labels =
                service.origin() == Service.Origin.KUBERNETES
                        ? mesh.find(Kinds.SERVICE, service.namespace(), service.name())
                                .map(object -> object.spec().words("selector"))
                        : Optional.ofNullable(mesh.get(new Entries()).get(service.key()))
                                .map(object -> object.spec().words("workloadSelector", "labels"));
        return labels.filter(words -> !words.isEmpty()).map(Selector::of);
    }

    /// Values that members have under a key.
    List<String> values(Service service, String key) {
        var values = new ArrayList<String>();
        of(service).forEach(labels -> labels.get(key).ifPresent(values::add));
        return values;
    }
}
