package io.windrose.analysis.check.security;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Node;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.config.resource.AuthorizationPolicy;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Callers from outside of the mesh that a workload itself asks for, and that policies refuse: the
/// kubelet with its probes and Prometheus. Both count only where they meet the proxy, which
/// injection avoids unless somebody turns that off.
///
/// @see <a href="https://istio.io/latest/docs/ops/configuration/mesh/app-health-check/">Istio:
///   probes</a>
/// @see <a href="https://istio.io/latest/docs/ops/integrations/prometheus/">Istio: Prometheus</a>
final class RefusedProbes implements Check {
    private static final String REWRITE = "sidecar.istio.io/rewriteAppHTTPProbers";
    private static final String MERGE = "prometheus.istio.io/merge-metrics";
    private static final String EXCLUDED = "traffic.sidecar.istio.io/excludeInboundPorts";

    @Override
    public Set<String> codes() {
        return Set.of("WR0106", "WR0107");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var applied = new AppliedPolicies(mesh);
        for (var workload : mesh.workloads().all()) {
            boolean captured =
                    Membership.isPossible(mesh, workload)
                            && !workload.template().get("spec", "hostNetwork").isTrue();
            if (captured && annotation(workload, REWRITE).text().equals("false")) {
                probes(workload).forEach(one -> probe(applied, workload, one).ifPresent(found));
            }
            if (captured && !mergesMetrics(mesh, workload)) {
                scrape(applied, workload).ifPresent(found);
            }
        }
    }

    private static Node annotation(Workload workload, String key) {
        return workload.template().get("metadata", "annotations", key);
    }

    private static boolean mergesMetrics(Mesh mesh, Workload workload) {
        var own = annotation(workload, MERGE).text();
        return own.isEmpty()
                ? mesh.settings().mesh().enablePrometheusMerge()
                : !own.equals("false");
    }

    private static Stream<Node> probes(Workload workload) {
        return workload.template().get("spec").items("containers").stream()
                .flatMap(container ->
                        Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                                .map(kind -> container.get(kind, "httpGet")))
                .filter(Node::exists);
    }

    private static Optional<Finding> probe(AppliedPolicies applied, Workload workload, Node get) {
        var port = number(workload, get.text("port"));
        var path = get.text("path").isEmpty() ? "/" : get.text("path");
        var request =
                new Judge.Request(
                        Judge.NONE,
                        Judge.NONE,
                        new Judge.Fact.Known("GET"),
                        new Judge.Fact.Known(path),
                        new Judge.Fact.Known(port));
        return refusal(applied, workload, request, port)
                .map(policy ->
                        Finding.of(
                                        "WR0106",
                                        get,
                                        ("The kubelet's GET %s on port %s reaches the proxy"
                                                        + " without an identity, and %s refuses it.")
                                                .formatted(path, port, policy.id().name().name()))
                                .with(
                                        SourceNamespaces.change(
                                                annotation(workload, REWRITE), "true")));
    }

    /// Prometheus may or may not have an identity.
    private static Optional<Finding> scrape(AppliedPolicies applied, Workload workload) {
        var port = annotation(workload, "prometheus.io/port");
        if (!annotation(workload, "prometheus.io/scrape").text().equals("true") || !port.exists()) {
            return Optional.empty();
        }
        var written = annotation(workload, "prometheus.io/path").text();
        var path = written.isEmpty() ? "/metrics" : written;
        var request =
                new Judge.Request(
                        Judge.UNKNOWN,
                        Judge.NONE,
                        new Judge.Fact.Known("GET"),
                        new Judge.Fact.Known(path),
                        new Judge.Fact.Known(port.text()));
        var merge = annotation(workload, MERGE);
        return refusal(applied, workload, request, port.text())
                .map(policy ->
                        Finding.of(
                                "WR0107",
                                port,
                                "Prometheus cannot scrape %s on port %s, because %s refuses it."
                                        .formatted(path, port.text(), policy.id().name().name())))
                .map(finding ->
                        merge.exists()
                                ? finding.with(SourceNamespaces.change(merge, "true"))
                                : finding);
    }

    private static Optional<AuthorizationPolicy> refusal(
            AppliedPolicies applied, Workload workload, Judge.Request request, String port) {
        var excluded = annotation(workload, EXCLUDED).text().split(",", -1);
        return Arrays.stream(excluded).anyMatch(one -> one.strip().equals(port))
                ? Optional.empty()
                : Judge.refusal(applied.of(workload), request);
    }

    /// Of a port that a container names; as written where none does.
    private static String number(Workload workload, String port) {
        return workload.template().get("spec").items("containers").stream()
                .flatMap(container -> container.items("ports").stream())
                .filter(one -> one.text("name").equals(port))
                .map(one -> one.text("containerPort"))
                .findFirst()
                .orElse(port);
    }
}
