package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Gateways of the Gateway API: their listeners, addresses and classes.
final class KubernetesGateways implements Check {
    private static final String CLASS = "gateway.networking.k8s.io/GatewayClass";

    /// What Istio makes at its start.
    private static final Set<String> ISTIO =
            Set.of(
                    "istio",
                    "istio-remote",
                    "istio-waypoint",
                    "istio-east-west",
                    "istio-agentgateway");

    private record Listener(String hostname, int port, String protocol) {}

    private record Address(String type, String value) {}

    @Override
    public Set<String> codes() {
        return Set.of("KIA1501", "KIA1502", "KIA1503", "KIA1504");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var listeners = new LinkedHashMap<Listener, List<Node>>();
        var addresses = new LinkedHashMap<Address, List<Node>>();
        var classes = new TreeSet<>(ISTIO);
        mesh.all(CLASS).forEach(one -> classes.add(one.name()));
        for (var gateway : mesh.all(Kinds.KUBERNETES_GATEWAY)) {
            var name = gateway.spec().get("gatewayClassName");
            // Where nobody wrote which classes there are, only what looks like one of Istio's is
            // said to be none.
            if (!name.text().isEmpty()
                    && !classes.contains(name.text())
                    && (!mesh.all(CLASS).isEmpty() || Edits.nearest(name, classes).isPresent())) {
                found.accept(unknown(name, classes));
            }
            repeated(gateway, found);
            for (var listener : gateway.spec().items("listeners")) {
                if (!listener.text("hostname").isEmpty()) {
                    listeners
                            .computeIfAbsent(listener(listener), _ -> new ArrayList<>())
                            .add(listener.get("hostname"));
                }
            }
            for (var address : gateway.spec().items("addresses")) {
                addresses
                        .computeIfAbsent(address(address), _ -> new ArrayList<>())
                        .add(address.get("value"));
            }
        }
        shared("KIA1501", "has a listener for this host, port and protocol", listeners, found);
        shared("KIA1502", "asks for this address", addresses, found);
    }

    private static Finding unknown(Node name, Set<String> classes) {
        var finding =
                Finding.of(
                        "KIA1504",
                        name,
                        "There is no GatewayClass %s, so nobody runs this gateway; there are %s."
                                .formatted(name.text(), String.join(", ", classes)));
        return Edits.nearest(name, classes).map(finding::with).orElse(finding);
    }

    private static void repeated(MeshObject gateway, Consumer<Finding> found) {
        var before = new HashMap<Listener, Node>();
        for (var listener : gateway.spec().items("listeners")) {
            var earlier = before.putIfAbsent(listener(listener), listener);
            if (earlier != null) {
                found.accept(
                        Finding.of(
                                        "KIA1503",
                                        listener,
                                        "Listener %s has the same host, port and protocol, so neither is taken."
                                                .formatted(earlier.text("name")))
                                .with(
                                        Edits.remove(
                                                "Remove the listener",
                                                gateway.spec().get("listeners"),
                                                listener)));
            }
        }
    }

    private static Listener listener(Node listener) {
        return new Listener(
                listener.text("hostname").toLowerCase(Locale.ROOT),
                listener.get("port").whole(0),
                listener.text("protocol"));
    }

    private static Address address(Node address) {
        var type = address.text("type");
        return new Address(type.isEmpty() ? "IPAddress" : type, address.text("value"));
    }

    private static void shared(
            String code,
            String does,
            Map<? extends Record, List<Node>> uses,
            Consumer<Finding> found) {
        for (var same : uses.values()) {
            for (var one : same) {
                same.stream()
                        .filter(other -> !other.object().isSameAs(one.object()))
                        .findFirst()
                        .ifPresent(other ->
                                found.accept(
                                        Finding.of(
                                                code,
                                                one,
                                                "%s %s, too."
                                                        .formatted(other.object().label(), does))));
            }
        }
    }
}
