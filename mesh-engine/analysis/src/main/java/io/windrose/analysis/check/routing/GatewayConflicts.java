package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.kernel.Hostname;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Several gateways that want the same host at the same port of the same workload.
final class GatewayConflicts implements Check {

    private record Door(int port, String bind) {}

    private record Claim(MeshObject gateway, Node node, ServerHost host) {}

    @Override
    public Set<String> codes() {
        return Set.of("IST0145", "KIA0301");
    }

    @Override
    public Set<String> reads() {
        var kinds = new HashSet<>(Routing.WORKLOADS);
        kinds.add(Kinds.GATEWAY);
        return kinds;
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var doors = new LinkedHashMap<Door, List<Claim>>();
        for (var gateway : mesh.all(Kinds.GATEWAY)) {
            for (var server : gateway.spec().items("servers")) {
                var door = new Door(server.get("port", "number").whole(0), server.text("bind"));
                if (door.port() > 0) {
                    for (var host : server.items("hosts")) {
                        doors.computeIfAbsent(door, _ -> new ArrayList<>())
                                .add(new Claim(gateway, host, ServerHost.of(host)));
                    }
                }
            }
        }
        var pods = new GatewayPods(mesh);
        doors.forEach((door, claims) -> check(pods, door, claims, found));
    }

    private static void check(
            GatewayPods pods, Door door, List<Claim> claims, Consumer<Finding> found) {
        var byHost = new HashMap<Hostname, List<Claim>>();
        var wildcards = new ArrayList<Claim>();
        for (var claim : claims) {
            byHost.computeIfAbsent(claim.host().host(), _ -> new ArrayList<>()).add(claim);
            if (claim.host().host().isWildcard()) {
                wildcards.add(claim);
            }
        }
        for (var claim : claims) {
            if (!same(pods, door, claim, byHost, found)) {
                similar(door, claim, claim.host().host().isWildcard() ? claims : wildcards, found);
            }
        }
    }

    private static boolean same(
            GatewayPods pods,
            Door door,
            Claim claim,
            Map<Hostname, List<Claim>> byHost,
            Consumer<Finding> found) {
        var others =
                byHost.getOrDefault(claim.host().host(), List.of()).stream()
                        .filter(other -> !other.gateway().isSameAs(claim.gateway()))
                        .filter(other -> claim.host().meets(other.host()))
                        .filter(other -> share(pods, claim.gateway(), other.gateway()))
                        .toList();
        if (others.isEmpty()) {
            return false;
        }
        var finding =
                Finding.of(
                        "IST0145",
                        claim.node(),
                        "%s serves this host at port %d of the same workload, too; only one of both is followed."
                                .formatted(others.getFirst().gateway().label(), door.port()));
        boolean kiali = others.stream().anyMatch(other -> sameSelector(claim, other));
        found.accept(kiali ? finding.also("KIA0301") : finding);
        return true;
    }

    /// Kiali objects to a wildcard beside a host that it covers, too. To Istio that is fine: the
    /// longer name wins.
    private static void similar(
            Door door, Claim claim, List<Claim> others, Consumer<Finding> found) {
        for (var other : others) {
            if (!other.gateway().isSameAs(claim.gateway())
                    && claim.host().meets(other.host())
                    && sameSelector(claim, other)
                    && overlap(claim.host().host(), other.host().host())) {
                found.accept(
                        Finding.of(
                                "KIA0301",
                                claim.node(),
                                "%s serves %s at port %d of the same workload, too; the longer name wins."
                                        .formatted(
                                                other.gateway().label(),
                                                other.host().host(),
                                                door.port())));
                return;
            }
        }
    }

    private static boolean overlap(Hostname one, Hostname other) {
        if (one.value().equals("*") || other.value().equals("*")) {
            return true;
        }
        return one.isWildcard() != other.isWildcard() && (one.covers(other) || other.covers(one));
    }

    private static boolean sameSelector(Claim one, Claim other) {
        return GatewayPods.selector(one.gateway()).equals(GatewayPods.selector(other.gateway()));
    }

    private static boolean share(GatewayPods pods, MeshObject one, MeshObject other) {
        var selector = GatewayPods.selector(other);
        return GatewayPods.selector(one).equals(selector)
                || pods.of(one).stream().anyMatch(pod -> selector.matches(pod.labels()));
    }
}
