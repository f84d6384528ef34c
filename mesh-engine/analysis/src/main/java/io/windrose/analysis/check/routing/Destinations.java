package io.windrose.analysis.check.routing;

import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import java.util.ArrayList;
import java.util.List;

/// Where a VirtualService sends requests and connections.
final class Destinations {
    private static final String FAILS = "what is sent there is answered with 503";
    private static final String CLOSES = "connections there are closed";
    private static final String NO_COPIES = "no copies are sent";

    /// @param destination with `host`, `subset` and `port`
    /// @param effect what comes of it where it leads nowhere, as a sentence without its end
    record Use(Node destination, boolean mirror, String effect) {
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
            var effect = protocol.equals("http") ? FAILS : CLOSES;
            for (var route : rule.spec().items(protocol)) {
                route.items("route")
                        .forEach(one -> uses.add(new Use(one.get("destination"), false, effect)));
                if (route.get("mirror").exists()) {
                    uses.add(new Use(route.get("mirror"), true, NO_COPIES));
                }
                route.items("mirrors")
                        .forEach(one -> uses.add(new Use(one.get("destination"), true, NO_COPIES)));
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
