package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Selector;
import io.windrose.kernel.Severity;
import io.windrose.registry.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Several gateways that want the same host at the same port of the same workload.
///
/// Servers of plain HTTP are merged, and of those that end TLS the older counts alone: to Istio's
/// own check both are errors.
final class GatewayConflicts implements Check {
    private static final Hostname ANY = new Hostname("*");

    private record Door(int port, String bind) {}

    /// Who may collide: those at one door of one workload, or with one selector.
    private record Place(Door door, Hostname host, Object workload) {}

    private record Claim(
            MeshObject gateway,
            Selector selector,
            Door door,
            boolean plain,
            Node node,
            ServerHost host) {

        boolean meets(Claim other) {
            return !gateway.isSameAs(other.gateway) && host.meets(other.host);
        }

        Place at(Object workload, Hostname name) {
            return new Place(door, name, workload);
        }
    }

    @Override
    public Set<String> codes() {
        return Set.of("IST0145", "KIA0301");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var claims = claims(mesh);
        var pods = GatewayPods.of(mesh);
        var places = new HashMap<Place, List<Claim>>();
        for (var claim : claims) {
            for (var workload : workloads(pods, claim)) {
                places.computeIfAbsent(
                                claim.at(workload, claim.host().host()), _ -> new ArrayList<>())
                        .add(claim);
            }
        }
        var similar = similar(claims, places);
        for (var claim : claims) {
            var same = same(pods, claim, places);
            if (same.isPresent()) {
                found.accept(same.get());
            } else if (similar.containsKey(claim)) {
                found.accept(similar(claim, similar.get(claim)));
            }
        }
    }

    private static List<Claim> claims(Mesh mesh) {
        var claims = new ArrayList<Claim>();
        for (var gateway : mesh.all(Kinds.GATEWAY)) {
            var selector = GatewayPods.selector(gateway);
            for (var server : gateway.spec().items("servers")) {
                var door = new Door(server.get("port", "number").whole(0), server.text("bind"));
                // Whoever passes connections on by their names alone claims no host.
                boolean automatic = server.text("tls", "mode").equals("AUTO_PASSTHROUGH");
                boolean plain = Protocol.named(server.text("port", "protocol")).isHttp();
                if (door.port() > 0 && !automatic) {
                    for (var host : server.items("hosts")) {
                        claims.add(
                                new Claim(
                                        gateway, selector, door, plain, host, ServerHost.of(host)));
                    }
                }
            }
        }
        return claims;
    }

    /// Its selector, which stands for workloads that nobody wrote, and all that it selects.
    private static List<Object> workloads(GatewayPods pods, Claim claim) {
        var all = new ArrayList<Object>();
        all.add(claim.selector());
        all.addAll(pods.of(claim.gateway()));
        return all;
    }

    private static Optional<Finding> same(
            GatewayPods pods, Claim claim, Map<Place, List<Claim>> places) {
        var kiali = other(claim, claim.selector(), places);
        var any =
                Stream.concat(
                                kiali.stream(),
                                pods.of(claim.gateway()).stream()
                                        .flatMap(pod -> other(claim, pod, places).stream()))
                        .findFirst();
        return any.map(other -> same(claim, other))
                .map(finding -> kiali.isPresent() ? finding.also("KIA0301") : finding);
    }

    private static Optional<Claim> other(
            Claim claim, Object workload, Map<Place, List<Claim>> places) {
        return places.getOrDefault(claim.at(workload, claim.host().host()), List.of()).stream()
                .filter(claim::meets)
                .findFirst();
    }

    private static Finding same(Claim claim, Claim other) {
        boolean merged = claim.plain() && other.plain();
        var finding =
                Finding.of(
                        "IST0145",
                        claim.node(),
                        "%s serves this host at port %d of the same workload, too; %s."
                                .formatted(
                                        other.gateway().label(),
                                        claim.door().port(),
                                        merged
                                                ? "the routes of both are followed, those of the older first"
                                                : "only the older of both is followed"));
        return merged ? finding.at(Severity.WARNING) : finding;
    }

    /// Kiali objects to a wildcard beside a host that it covers, too. To Istio that is fine: the
    /// longer name wins.
    private static Map<Claim, Claim> similar(List<Claim> claims, Map<Place, List<Claim>> places) {
        var similar = new IdentityHashMap<Claim, Claim>();
        for (var claim : claims) {
            for (var wider : wider(claim.host().host())) {
                for (var other :
                        places.getOrDefault(claim.at(claim.selector(), wider), List.of())) {
                    if (claim.meets(other)) {
                        similar.putIfAbsent(claim, other);
                        similar.putIfAbsent(other, claim);
                    }
                }
            }
        }
        return similar;
    }

    /// `*`, and what else with a wildcard covers a host that has none.
    private static List<Hostname> wider(Hostname host) {
        var names = new ArrayList<Hostname>();
        names.add(ANY);
        if (!host.isWildcard()) {
            var text = host.value();
            for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
                names.add(new Hostname("*" + text.substring(dot)));
            }
        }
        return names;
    }

    private static Finding similar(Claim claim, Claim other) {
        return Finding.of(
                        "KIA0301",
                        claim.node(),
                        "%s serves %s at port %d of the same workload, too; the longer name wins."
                                .formatted(
                                        other.gateway().label(),
                                        other.host().host(),
                                        claim.door().port()))
                .at(Severity.INFO);
    }
}
