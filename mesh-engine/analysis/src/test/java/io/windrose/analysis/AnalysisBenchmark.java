package io.windrose.analysis;

import io.windrose.analysis.run.Analysis;
import io.windrose.analysis.run.CheckTimes;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Prints what the analysis of a mesh costs, by its size, as medians of processor time in
/// milliseconds: a Service, a Deployment, a VirtualService and a DestinationRule for each of its
/// services, and a policy for every third; and what the answer costs after one edit. Runs from the
/// test class path.
public final class AnalysisBenchmark {
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 15;

    /// Milliseconds; what takes less is not printed.
    private static final double LEAST = 0.3;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final String NAMESPACE =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio-injection: enabled}}
            """;

    private AnalysisBenchmark() {}

    public static void main(String[] args) {
        var nowhere = new PrintStream(PrintStream.nullOutputStream());
        measure(nowhere, 300);
        edits(nowhere, 300);
        System.out.printf(
                "%-24s %10s %10s %10s %10s%n", "services", "objects", "read", "mesh", "full");
        for (int services : new int[] {100, 300, 1_000, 3_000}) {
            measure(System.out, services);
        }
        System.out.printf("%n%-24s %10s %10s%n", "one edit of 1,000", "mesh", "findings");
        edits(System.out, 1_000);
        if (Boolean.getBoolean("windrose.checks")) {
            checks();
        }
    }

    private static void measure(PrintStream out, int services) {
        var file = parse(text(services));
        var objects = MeshObject.of(file);
        double read = median(() -> MeshObject.of(file));
        double mesh = median(() -> Mesh.of(objects, Settings.DEFAULT));
        var whole = Mesh.of(objects, Settings.DEFAULT);
        double full = median(() -> Analysis.of(whole).findings());
        out.printf("%-24d %10d %10.1f %10.1f %10.1f%n", services, objects.size(), read, mesh, full);
    }

    private static void edits(PrintStream out, int services) {
        var objects = MeshObject.of(parse(text(services)));
        edited("service-0").forEach((what, changed) -> edit(out, what, objects, changed));
    }

    /// Objects as they are after an edit, by what is edited.
    private static SequencedMap<String, String> edited(String name) {
        var all = new LinkedHashMap<String, String>();
        all.put("VirtualService weight", route(name, 60));
        all.put("DestinationRule subset", rule(name).replace("name: v2", "name: v3"));
        all.put("AuthorizationPolicy", policy(name).replace("GET", "PUT"));
        all.put("Service port", service(name).replace("port: 80,", "port: 81,"));
        all.put("Deployment label", deployment(name).replace("v1}", "v2}"));
        all.put("Namespace label", NAMESPACE.replace("enabled", "disabled"));
        return all;
    }

    private static List<MeshObject> with(List<MeshObject> objects, String changed) {
        var other = MeshObject.of(parse(changed)).getFirst();
        return objects.stream()
                .map(one -> one.label().equals(other.label()) ? other : one)
                .toList();
    }

    /// There and back again, so that every round has something to do.
    private static void edit(
            PrintStream out, String what, List<MeshObject> objects, String changed) {
        var meshes = List.of(with(objects, changed), objects);
        var round = new AtomicInteger();
        var mesh = new AtomicReference<>(Mesh.of(objects, Settings.DEFAULT));
        double made =
                median(() ->
                        mesh.updateAndGet(one ->
                                one.next(
                                        meshes.get(round.getAndIncrement() % 2),
                                        Settings.DEFAULT)));
        round.set(0);
        var analysis = new AtomicReference<>(Analysis.of(Mesh.of(objects, Settings.DEFAULT)));
        double found =
                median(() ->
                        analysis.updateAndGet(one ->
                                        one.next(
                                                meshes.get(round.getAndIncrement() % 2),
                                                Settings.DEFAULT))
                                .findings());
        out.printf("%-24s %10.1f %10.1f%n", what, made, found);
    }

    /// Which check takes how long.
    private static void checks() {
        for (int services : new int[] {1_000, 3_000}) {
            var mesh = Mesh.of(MeshObject.of(parse(text(services))), Settings.DEFAULT);
            var times = new CheckTimes();
            for (int i = 0; i < ROUNDS; i++) {
                times.full(mesh.next(mesh.objects(), Settings.DEFAULT));
            }
            times.print(System.out, "full analysis of %d".formatted(services), LEAST);
        }
        var objects = MeshObject.of(parse(text(1_000)));
        edited("service-0")
                .forEach((what, changed) -> {
                    var edited = with(objects, changed);
                    var meshes = new ArrayList<Mesh>();
                    meshes.add(Mesh.of(objects, Settings.DEFAULT));
                    for (int i = 0; i < WARM_UP; i++) {
                        meshes.add(
                                meshes.getLast()
                                        .next(i % 2 == 0 ? edited : objects, Settings.DEFAULT));
                    }
                    var times = new CheckTimes();
                    times.edits(meshes);
                    times.print(System.out, what, LEAST);
                });
    }

    private static double median(Runnable task) {
        for (int i = 0; i < WARM_UP; i++) {
            task.run();
        }
        var times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            task.run();
            times[i] = THREADS.getCurrentThreadCpuTime() - before;
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
        documents.add(NAMESPACE);
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
