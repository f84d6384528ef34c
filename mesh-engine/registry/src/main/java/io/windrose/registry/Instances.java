package io.windrose.registry;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.Deployment;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.ObjectRef;
import io.windrose.config.resource.Pod;
import io.windrose.config.resource.WorkloadEntry;
import io.windrose.config.resource.WorkloadSpec;
import io.windrose.kernel.Labels;
import io.windrose.kernel.NamespacedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The workload instances that the configuration has as objects of their own, and the Deployments
/// that stand in for Pods which it does not have.
final class Instances {
    private static final String LOCALITY_LABEL = "istio-locality";

    /// A Pod that could take traffic, as a workload.
    record PodInstance(Pod pod, Workload workload) {}

    /// A WorkloadEntry, as a workload.
    record EntryInstance(WorkloadEntry entry, Workload workload) {}

    private final Map<NamespacedName, PodInstance> pods = new HashMap<>();
    private final Map<String, List<PodInstance>> podsByAddress = new HashMap<>();
    private final List<PodInstance> allPods = new ArrayList<>();
    private final List<EntryInstance> entries = new ArrayList<>();
    private final List<Deployment> deployments;

    Instances(ConfigSnapshot config) {
        deployments = config.all(Deployment.class);
        for (var pod : config.all(Pod.class)) {
            if (!pod.phase().equals("Succeeded") && !pod.phase().equals("Failed")) {
                add(new PodInstance(pod, workload(pod)));
            }
        }
        for (var entry : config.all(WorkloadEntry.class)) {
            var name = entry.meta().name();
            entries.add(
                    new EntryInstance(
                            entry, workload(entry.spec(), name.namespace(), name.name())));
        }
    }

    private void add(PodInstance instance) {
        allPods.add(instance);
        pods.put(instance.pod().meta().name(), instance);
        for (var ip : instance.pod().ips()) {
            podsByAddress.computeIfAbsent(ip, _ -> new ArrayList<>()).add(instance);
        }
    }

    List<PodInstance> pods() {
        return allPods;
    }

    List<EntryInstance> entries() {
        return entries;
    }

    /// The workload behind an address of a Kubernetes Service: the Pod that is pointed at, else the
    /// only Pod with that address, else the Deployment that such a Pod would belong to.
    Optional<Workload> behind(String namespace, String address, Optional<ObjectRef> target) {
        var name =
                target.filter(ref -> ref.kind().equals("Pod"))
                        .map(ref -> new NamespacedName(namespace, ref.name().name()));
        return name.map(pods::get)
                .map(PodInstance::workload)
                .or(() -> onlyPodAt(namespace, address))
                .or(() -> name.flatMap(pod -> fromDeployment(pod, address)));
    }

    private Optional<Workload> onlyPodAt(String namespace, String address) {
        var there =
                podsByAddress.getOrDefault(address, List.of()).stream()
                        .filter(one -> one.workload().namespace().equals(namespace))
                        .toList();
        return there.size() == 1 ? Optional.of(there.getFirst().workload()) : Optional.empty();
    }

    private Optional<Workload> fromDeployment(NamespacedName pod, String address) {
        return deployments.stream()
                .filter(each -> each.meta().namespace().equals(pod.namespace()))
                .filter(each -> (pod.name() + "-").startsWith(each.meta().name().name() + "-"))
                .max(Comparator.comparingInt(each -> each.meta().name().name().length()))
                .map(each ->
                        new Workload(
                                pod.namespace(),
                                each.meta().name().name(),
                                pod.name(),
                                List.of(address),
                                each.podLabels(),
                                each.podSpec().serviceAccount(),
                                locality(each.podLabels(), ""),
                                each.podSpec().nodeName()));
    }

    private static Workload workload(Pod pod) {
        var meta = pod.meta();
        return new Workload(
                meta.namespace(),
                workloadName(meta, pod.controller()),
                meta.name().name(),
                pod.ips(),
                meta.labels(),
                pod.spec().serviceAccount(),
                locality(meta.labels(), ""),
                pod.spec().nodeName());
    }

    /// A ReplicaSet is named after its Deployment with a hash behind the last dash.
    private static String workloadName(ObjectMeta pod, Optional<ObjectRef> controller) {
        if (controller.isEmpty()) {
            return pod.name().name();
        }
        var name = controller.get().name().name();
        int dash = name.lastIndexOf('-');
        return controller.get().kind().equals("ReplicaSet") && dash > 0
                ? name.substring(0, dash)
                : name;
    }

    static Workload workload(WorkloadSpec spec, String namespace, String name) {
        return new Workload(
                namespace,
                name,
                name,
                spec.address().isEmpty() ? List.of() : List.of(spec.address()),
                spec.labels(),
                spec.serviceAccount(),
                locality(spec.labels(), spec.locality()),
                "");
    }

    /// In a label the parts of a locality are divided by dots, since it may not hold slashes.
    private static Locality locality(Labels labels, String declared) {
        return labels.get(LOCALITY_LABEL)
                .map(label -> Locality.parse(label.replace('.', '/')))
                .orElseGet(() -> declared.isEmpty() ? Locality.NOWHERE : Locality.parse(declared));
    }
}
