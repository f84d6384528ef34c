package io.windrose.conformance.analysis;

import io.windrose.analysis.Mesh;
import io.windrose.analysis.run.Analysis;
import io.windrose.traffic.route.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Routes of one VirtualService that is bound to one Gateway.
///
/// @param isClaimed whether a finding says that the gateway has no use for the routes
/// @param isUsed whether the gateway's proxy sends a request along them
record GatewayVerdict(boolean isClaimed, boolean isUsed, int requests) {
    private static final List<String> SERVED =
            List.of(
                    "a.example.com",
                    "b.example.com",
                    "'*.example.com'",
                    "'*'",
                    "shop/a.example.com",
                    "./b.example.com",
                    "other/a.example.com",
                    "'other/*'",
                    "c.org");
    private static final List<String> WANTED =
            List.of("a.example.com", "b.example.com", "'*.example.com'", "c.org", "'*.org'");
    private static final List<String> AUTHORITIES =
            List.of("a.example.com", "b.example.com", "x.example.com", "c.org", "d.org", "e.net");

    static String text(long seed) {
        var random = new Random(seed);
        return """
        {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
        ---
        {apiVersion: v1, kind: Namespace, metadata: {name: other}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: s0, namespace: shop}
        spec: {clusterIP: 10.1.0.1, selector: {app: s0}, ports: [{name: http, port: 80}]}
        ---
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: door, namespace: shop}
        spec:
          selector: {istio: ingress}
          servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [%s]}]
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: way, namespace: shop}
        spec:
          hosts: [%s]
          gateways: [door]
          http: [{name: way, route: [{destination: {host: s0}}]}]
        """
                .formatted(some(random, SERVED), some(random, WANTED));
    }

    private static String some(Random random, List<String> all) {
        var one = all.get(random.nextInt(all.size()));
        var two = all.get(random.nextInt(all.size()));
        return one.equals(two) ? one : one + ", " + two;
    }

    static GatewayVerdict of(Mesh mesh) {
        var gateway =
                AskedProxy.of(
                        mesh.snapshot(),
                        "router",
                        "door",
                        "shop",
                        "10.0.0.1",
                        Map.of("istio", "ingress"));
        boolean isUsed =
                gateway.routes().values().stream()
                        .anyMatch(
                                table -> AUTHORITIES.stream().anyMatch(host -> leads(table, host)));
        boolean isClaimed =
                Analysis.of(mesh).findings().stream().anyMatch(finding -> finding.has("IST0132"));
        return new GatewayVerdict(isClaimed, isUsed, AUTHORITIES.size());
    }

    private static boolean leads(RouteTable table, String host) {
        var request = new Ask("GET", host, "/", Map.of(), 0);
        return table.route(request).facts().name().equals("way");
    }
}
