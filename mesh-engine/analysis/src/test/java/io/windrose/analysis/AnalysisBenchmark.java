package io.windrose.analysis;

import io.windrose.analysis.run.Analysis;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Prints what the analysis of a mesh costs, by its size, as medians in milliseconds: a Service, a
/// Deployment, a VirtualService and a DestinationRule for each of its services, and a policy for
/// every third. Runs from the test class path.
public final class AnalysisBenchmark {
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 5;

    private AnalysisBenchmark() {}

    public static void main(String[] args) {
        measure(new PrintStream(PrintStream.nullOutputStream()), 300);
        System.out.printf(
                "%-10s %10s %10s %10s %10s %10s%n",
                "services", "objects", "read", "mesh", "full", "one edit");
        for (int services : new int[] {100, 300, 1_000, 3_000}) {
            measure(System.out, services);
        }
    }

    private static void measure(PrintStream out, int services) {
        var file = parse(text(services));
        var objects = MeshObject.of(file);
        double read = median(() -> MeshObject.of(file));
        double mesh = median(() -> Mesh.of(objects, Settings.DEFAULT));
        var whole = Mesh.of(objects, Settings.DEFAULT);
        double full = median(() -> Analysis.of(whole).findings());
        var before = Analysis.of(whole);
        var edited = new ArrayList<>(objects);
        var other = MeshObject.of(parse(route("service-0", 60)));
        edited.replaceAll(
                one -> one.label().equals(other.getFirst().label()) ? other.getFirst() : one);
        double edit = median(() -> before.next(Mesh.of(edited, Settings.DEFAULT)).findings());
        out.printf(
                "%-10d %10d %10.1f %10.1f %10.1f %10.1f%n",
                services, objects.size(), read, mesh, full, edit);
    }

    private static double median(Runnable task) {
        for (int i = 0; i < WARM_UP; i++) {
            task.run();
        }
        var times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long before = System.nanoTime();
            task.run();
            times[i] = System.nanoTime() - before;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2] / 1e6;
    }

    private static YamlFile parse(String text) {
        return switch (YamlFile.parse("mesh.yaml", text)) {
            case Result.Ok<YamlFile>(var yaml, _) -> yaml;
            case Result.Err<YamlFile>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    private static String text(int services) {
        var documents = new ArrayList<String>();
        for (int i = 0; i < services; i++) {
            var name = "service-" + i;
            documents.addAll(List.of(service(name), deployment(name), route(name, 90), rule(name)));
            if (i % 3 == 0) {
                documents.add(policy(name));
            }
        }
        return String.join("---\n", documents);
    }

    private static String service(String name) {
        return """
        apiVersion: v1
        kind: Service
        metadata: {name: %1$s, namespace: shop}
        spec:
          selector: {app: %1$s}
          ports: [{name: http, port: 80, targetPort: 8080}]
        """
                .formatted(name);
    }

    private static String deployment(String name) {
        return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %1$s, namespace: shop}
        spec:
          selector: {matchLabels: {app: %1$s}}
          template:
            metadata: {labels: {app: %1$s, version: v1}}
            spec:
              containers: [{name: app, image: %1$s:1, ports: [{containerPort: 8080}]}]
        """
                .formatted(name);
    }

    private static String route(String name, int weight) {
        return """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: %1$s, namespace: shop}
        spec:
          hosts: [%1$s]
          http:
            - match: [{uri: {prefix: /api}}, {uri: {exact: /health}}]
              timeout: 5s
              route: [{destination: {host: %1$s, subset: v1}}]
            - route:
                - {destination: {host: %1$s, subset: v1}, weight: %2$d}
                - {destination: {host: %1$s, subset: v2}, weight: %3$d}
        """
                .formatted(name, weight, 100 - weight);
    }

    private static String rule(String name) {
        return """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: %1$s, namespace: shop}
        spec:
          host: %1$s
          trafficPolicy:
            connectionPool: {tcp: {maxConnections: 100}}
            outlierDetection: {consecutive5xxErrors: 5, maxEjectionPercent: 100}
          subsets:
            - {name: v1, labels: {version: v1}}
            - {name: v2, labels: {version: v2}}
        """
                .formatted(name);
    }

    private static String policy(String name) {
        return """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: %1$s, namespace: shop}
        spec:
          selector: {matchLabels: {app: %1$s}}
          rules:
            - from: [{source: {principals: ["cluster.local/ns/shop/sa/default"]}}]
              to: [{operation: {methods: [GET]}}]
        """
                .formatted(name);
    }
}
