package io.windrose.analysis.check.routing;

import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import java.util.ArrayList;
import java.util.List;

/// Where a VirtualService sends requests and connections.
final class Destinations {

    /// @param destination with `host`, `subset` and `port`
    /// @param mirror whether it gets copies alone
    record Use(Node destination, boolean mirror) {
        Node host() {
            return destination.get("host");
        }

        Node subset() {
            return destination.get("subset");
        }
    }

    private Destinations() {}

    /// In the order of the protocols and of the text; those without a host too.
    static List<Use> of(MeshObject rule) {
        var uses = new ArrayList<Use>();
        for (var protocol : List.of("http", "tls", "tcp")) {
            for (var route : rule.spec().items(protocol)) {
                route.items("route")
                        .forEach(one -> uses.add(new Use(one.get("destination"), false)));
                if (route.get("mirror").exists()) {
                    uses.add(new Use(route.get("mirror"), true));
                }
                route.items("mirrors")
                        .forEach(one -> uses.add(new Use(one.get("destination"), true)));
            }
        }
        return uses;
    }

    /// Whether sidecars follow it, and not gateways alone.
    static boolean inMesh(MeshObject rule) {
        var gateways = rule.spec().items("gateways");
        return gateways.isEmpty() || gateways.stream().anyMatch(one -> one.text().equals("mesh"));
    }
}
