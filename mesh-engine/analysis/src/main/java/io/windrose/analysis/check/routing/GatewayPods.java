package io.windrose.analysis.check.routing;

import io.windrose.analysis.Fact;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The workloads that serve gateways, and the ports that Services open on them.
///
/// Istio's own ingress gateway counts as installed where nobody wrote one: files of configuration
/// rarely have it.
final class GatewayPods {
    private static final String DEFAULT_NAMESPACE = "istio-system";
    private static final String DEFAULT_NAME = "istio-ingressgateway";
    private static final Labels DEFAULT_LABELS =
            Labels.of(Map.of("istio", "ingressgateway", "app", DEFAULT_NAME));
    private static final Set<Integer> DEFAULT_PORTS =
            Set.of(80, 443, 8080, 8443, 15021, 15443, 31400);

    /// A Pod, or what makes Pods.
    record GatewayPod(String namespace, Labels labels) {}

    private final List<GatewayPod> all = new ArrayList<>();
    private final Map<String, List<MeshObject>> services = new HashMap<>();
    private final Map<Selector, List<GatewayPod>> known = new ConcurrentHashMap<>();
    private final boolean standIn;

    static GatewayPods of(Mesh mesh) {
        return mesh.get(new All());
    }

    private record All() implements Fact<GatewayPods> {
        @Override
        public GatewayPods of(Mesh mesh) {
            return new GatewayPods(mesh);
        }
    }

    private GatewayPods(Mesh mesh) {
        for (var workload : mesh.workloads().all()) {
            all.add(new GatewayPod(workload.object().namespace(), workload.labels()));
        }
        standIn =
                all.stream()
                        .noneMatch(one ->
                                DEFAULT_LABELS.get("istio").equals(one.labels().get("istio")));
        if (standIn) {
            all.add(new GatewayPod(DEFAULT_NAMESPACE, DEFAULT_LABELS));
        }
        for (var service : mesh.all(Kinds.SERVICE)) {
            services.computeIfAbsent(service.namespace(), _ -> new ArrayList<>()).add(service);
        }
    }

    static Selector selector(MeshObject gateway) {
        return Selector.of(gateway.spec().words("selector"));
    }

    /// In any namespace: that is Istio's rule for gateways.
    List<GatewayPod> of(MeshObject gateway) {
        return known.computeIfAbsent(
                selector(gateway),
                selector -> all.stream().filter(one -> selector.matches(one.labels())).toList());
    }

    /// Values that workloads have for a label.
    Set<String> values(String key) {
        var values = new HashSet<String>();
        all.forEach(one -> one.labels().get(key).ifPresent(values::add));
        return values;
    }

    /// The ports on which Services lead to these workloads, by number and by target.
    Set<Integer> ports(List<GatewayPod> pods) {
        var ports = new HashSet<Integer>();
        for (var pod : pods) {
            if (standIn && pod.labels().equals(DEFAULT_LABELS)) {
                ports.addAll(DEFAULT_PORTS);
            }
            for (var service : services.getOrDefault(pod.namespace(), List.of())) {
                var words = service.spec().words("selector");
                if (!words.isEmpty() && Selector.of(words).matches(pod.labels())) {
                    add(service, ports);
                }
            }
        }
        return ports;
    }

    private static void add(MeshObject service, Set<Integer> ports) {
        for (var port : service.spec().items("ports")) {
            var protocol = port.text("protocol");
            if (protocol.isEmpty() || protocol.equals("TCP")) {
                int number = port.get("port").whole(0);
                ports.add(number);
                ports.add(port.get("targetPort").whole(number));
            }
        }
    }
}
