package io.windrose.canvas;

import io.windrose.topology.Badge;
import io.windrose.topology.Edge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.GraphType;
import io.windrose.topology.Health;
import io.windrose.topology.MtlsMode;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.Outcome;
import io.windrose.topology.Response;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.traffic.Histogram;
import io.windrose.topology.traffic.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/// Graphs to look at: the story of the designs, and meshes of any size.
final class MeshSample {
    static final Node INGRESS = version("istio-system", "istio-ingressgateway", "");
    static final Node PRODUCTPAGE = version("bookinfo", "productpage", "v1");
    static final Node REVIEWS = new Node.Service("k", "bookinfo", "reviews");
    static final Node REVIEWS_V1 = version("bookinfo", "reviews", "v1");
    static final Node REVIEWS_V2 = version("bookinfo", "reviews", "v2");
    static final Node REVIEWS_V3 = version("bookinfo", "reviews", "v3");
    static final Node RATINGS = version("bookinfo", "ratings", "v1");
    static final Node DETAILS = version("bookinfo", "details", "v1");
    static final EdgeKey FAILING = new EdgeKey(REVIEWS, REVIEWS_V3, Protocol.HTTP);

    private final List<NodeState> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    /// Bookinfo, where reviews v3 fails 17.6 %, and payments.
    static TopologySnapshot story() {
        var mesh = new MeshSample();
        mesh.node(INGRESS, Health.Status.HEALTHY, MtlsMode.UNKNOWN, Badge.GATEWAY);
        mesh.node(PRODUCTPAGE, Health.Status.HEALTHY, MtlsMode.STRICT);
        mesh.node(
                REVIEWS,
                Health.Status.DEGRADED,
                MtlsMode.STRICT,
                Badge.VIRTUAL_SERVICE,
                Badge.CIRCUIT_BREAKER);
        mesh.node(REVIEWS_V1, Health.Status.HEALTHY, MtlsMode.STRICT);
        mesh.node(REVIEWS_V2, Health.Status.HEALTHY, MtlsMode.STRICT);
        mesh.node(REVIEWS_V3, Health.Status.FAILING, MtlsMode.STRICT);
        mesh.node(RATINGS, Health.Status.DEGRADED, MtlsMode.STRICT, Badge.FAULT_INJECTION);
        mesh.node(DETAILS, Health.Status.HEALTHY, MtlsMode.STRICT);
        var mongodb = version("bookinfo", "mongodb", "v1");
        mesh.node(mongodb, Health.Status.HEALTHY, MtlsMode.STRICT);
        var api = version("payments", "api-gateway", "v1");
        var payment = new Node.Service("k", "payments", "payment-service");
        var payment1 = version("payments", "payment-service", "v1");
        var payment2 = version("payments", "payment-service", "v2");
        var user = version("payments", "user-service", "v1");
        var outside = new Node.Service("k", "", "httpbin.org");
        mesh.node(api, Health.Status.HEALTHY, MtlsMode.PERMISSIVE);
        mesh.node(payment, Health.Status.HEALTHY, MtlsMode.PERMISSIVE, Badge.VIRTUAL_SERVICE);
        mesh.node(payment1, Health.Status.HEALTHY, MtlsMode.PERMISSIVE);
        mesh.node(payment2, Health.Status.HEALTHY, MtlsMode.PERMISSIVE);
        mesh.node(user, Health.Status.HEALTHY, MtlsMode.PERMISSIVE);
        mesh.node(outside, Health.Status.HEALTHY, MtlsMode.UNKNOWN, Badge.OUTSIDE);
        mesh.edge(INGRESS, PRODUCTPAGE, Protocol.HTTP, 24.8, 0, 1);
        mesh.edge(INGRESS, api, Protocol.HTTP, 6.2, 0, 1);
        mesh.edge(PRODUCTPAGE, REVIEWS, Protocol.HTTP, 24.6, 1.8, 1);
        mesh.edge(PRODUCTPAGE, DETAILS, Protocol.HTTP, 24.7, 0, 1);
        mesh.edge(REVIEWS, REVIEWS_V1, Protocol.HTTP, 12.3, 0, 1);
        mesh.edge(REVIEWS, REVIEWS_V2, Protocol.HTTP, 9.8, 0, 1);
        mesh.edge(REVIEWS, REVIEWS_V3, Protocol.HTTP, 2.5, 17.6, 1);
        mesh.edge(REVIEWS_V2, RATINGS, Protocol.HTTP, 9.8, 0, 1);
        mesh.edge(REVIEWS_V3, RATINGS, Protocol.HTTP, 2.1, 0, 1);
        mesh.edge(RATINGS, mongodb, Protocol.TCP, 9_000, 0, 0);
        mesh.edge(api, payment, Protocol.GRPC, 5.8, 0, 1);
        mesh.edge(api, user, Protocol.HTTP, 6.1, 0, 0.7);
        mesh.edge(payment, payment1, Protocol.GRPC, 5.2, 0, 1);
        mesh.edge(payment, payment2, Protocol.GRPC, 0.6, 0, -1);
        mesh.edge(payment1, outside, Protocol.HTTP, 1.9, 0, 0);
        return TopologySnapshot.of(GraphType.VERSIONED_APP, mesh.nodes, mesh.edges);
    }

    /// So many nodes in namespaces of about twenty, each calling about one and a half others that
    /// come later.
    static TopologySnapshot any(int size, long seed) {
        var random = new SplittableRandom(seed);
        var mesh = new MeshSample();
        var all = new ArrayList<Node>();
        for (int i = 0; i < size; i++) {
            var namespace = "namespace-" + i / 20;
            Node node =
                    i % 5 == 0
                            ? new Node.Service("k", namespace, "service-" + i)
                            : version(namespace, "app-" + i / 2, "v" + (1 + i % 3) + i);
            all.add(node);
            mesh.node(node, status(random), MtlsMode.STRICT);
        }
        var keys = new TreeSet<EdgeKey>();
        for (int i = 1; i < size; i++) {
            int calls = 1 + random.nextInt(2);
            for (int call = 0; call < calls; call++) {
                int source =
                        random.nextInt(4) == 0
                                ? random.nextInt(i)
                                : Math.max(0, i - 1 - random.nextInt(Math.min(i, 12)));
                var key = new EdgeKey(all.get(source), all.get(i), Protocol.HTTP);
                if (keys.add(key)) {
                    mesh.edge(
                            key.source(),
                            key.target(),
                            key.protocol(),
                            random.nextDouble(0.1, 300),
                            random.nextInt(20) == 0 ? 12 : 0,
                            1);
                }
            }
        }
        return TopologySnapshot.of(GraphType.VERSIONED_APP, mesh.nodes, mesh.edges);
    }

    private static Health.Status status(SplittableRandom random) {
        return switch (random.nextInt(20)) {
            case 0 -> Health.Status.FAILING;
            case 1 -> Health.Status.DEGRADED;
            case 2 -> Health.Status.NONE;
            default -> Health.Status.HEALTHY;
        };
    }

    private static Node version(String namespace, String app, String version) {
        return new Node.App("k", namespace, app, version);
    }

    private void node(Node node, Health.Status status, MtlsMode mode, Badge... badges) {
        var because = status == Health.Status.FAILING ? "17.6 % errors, limit 10 %" : "";
        var state = NodeState.of(node).withHealth(new Health(status, because)).withMtlsMode(mode);
        for (var badge : badges) {
            state = state.withBadge(badge);
        }
        nodes.add(state);
    }

    /// @param secured share 0 to 1; negative where nobody measured
    private void edge(
            Node source,
            Node target,
            Protocol protocol,
            double rate,
            double errorPercent,
            double secured) {
        double failed = rate * errorPercent / 100;
        var responses = new TreeMap<String, Response>();
        responses.put("200", Response.of(Outcome.SUCCESS, rate - failed, "-", ""));
        if (failed > 0) {
            responses.put("503", Response.of(Outcome.SERVER_ERROR, failed, "UF", ""));
        }
        var buckets = new TreeMap<Double, Double>();
        buckets.put(50.0, rate * 0.6);
        buckets.put(150.0, rate);
        buckets.put(Double.POSITIVE_INFINITY, rate);
        var traffic =
                new Traffic(
                        rate,
                        responses,
                        Math.max(0, secured) * rate,
                        secured < 0 ? 0 : (1 - secured) * rate,
                        protocol == Protocol.TCP ? Histogram.EMPTY : new Histogram(buckets));
        var status = errorPercent > 10 ? Health.Status.FAILING : Health.Status.HEALTHY;
        edges.add(new Edge(new EdgeKey(source, target, protocol), traffic, new Health(status, "")));
    }
}
