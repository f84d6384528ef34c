package io.windrose.analysis.check.security;

import io.windrose.analysis.Ambient;
import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Node;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.PeerAuthentication.Mode;
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
    private static final String INCLUDED = "traffic.sidecar.istio.io/includeInboundPorts";
    private static final String EXCLUDED = "traffic.sidecar.istio.io/excludeInboundPorts";

    /// Of the agent beside the proxy: metrics, health, the proxy's own metrics.
    private static final Set<String> OWN_PORTS = Set.of("15020", "15021", "15090");

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
                            && (workload.inMesh() || !isAmbient(mesh, workload))
                            && !workload.template().get("spec", "hostNetwork").isTrue();
            if (captured && annotation(workload, REWRITE).text().equals("false")) {
                probes(workload)
                        .forEach(one ->
                                plainText(mesh, workload, one)
                                        .or(() -> probe(applied, workload, one))
                                        .ifPresent(found));
            }
            if (captured && !mergesMetrics(mesh, workload)) {
                scrape(applied, workload).ifPresent(found);
            }
        }
    }

    /// A node's proxy lets the kubelet through.
    private static boolean isAmbient(Mesh mesh, Workload workload) {
        return workload.isAmbient() || Ambient.isNamespace(mesh, workload.object().namespace());
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

    private static Optional<Finding> plainText(Mesh mesh, Workload workload, Node get) {
        var port = number(workload, get.text("port"));
        var modes = mesh.mutualTls(workload.object().namespace(), workload.labels()).effect();
        boolean isRefused =
                port.matches("[0-9]{1,5}")
                        && modes.at(Integer.parseInt(port)) == Mode.STRICT
                        && !isExcluded(workload, port);
        return isRefused
                ? Optional.of(
                        Finding.of(
                                        "WR0106",
                                        get,
                                        ("The kubelet's GET %s on port %s comes in plain text,"
                                                        + " which a PeerAuthentication with STRICT"
                                                        + " refuses.")
                                                .formatted(path(get), port))
                                .with(rewrite(workload)))
                : Optional.empty();
    }

    private static Fix rewrite(Workload workload) {
        return SourceNamespaces.change(annotation(workload, REWRITE), "true");
    }

    private static String path(Node get) {
        return get.text("path").isEmpty() ? "/" : get.text("path");
    }

    private static Optional<Finding> probe(AppliedPolicies applied, Workload workload, Node get) {
        var port = number(workload, get.text("port"));
        var path = path(get);
        var requests = Way.get(path, port).and(Way.NAMELESS).and(Way.TOKENLESS);
        return refusal(applied, workload, requests, port)
                .map(policy ->
                        Finding.of(
                                        "WR0106",
                                        get,
                                        ("The kubelet's GET %s on port %s reaches the proxy"
                                                        + " without an identity, and %s refuses it.")
                                                .formatted(path, port, policy.id().name().name()))
                                .with(rewrite(workload)));
    }

    /// Prometheus may or may not have an identity.
    private static Optional<Finding> scrape(AppliedPolicies applied, Workload workload) {
        var port = annotation(workload, "prometheus.io/port");
        if (!annotation(workload, "prometheus.io/scrape").text().equals("true") || !port.exists()) {
            return Optional.empty();
        }
        var written = annotation(workload, "prometheus.io/path").text();
        var path = written.isEmpty() ? "/metrics" : written;
        var requests = Way.get(path, port.text()).and(Way.TOKENLESS);
        var merge = annotation(workload, MERGE);
        return refusal(applied, workload, requests, port.text())
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
            AppliedPolicies applied, Workload workload, Way requests, String port) {
        return isExcluded(workload, port) ? Optional.empty() : applied.refusal(workload, requests);
    }

    /// Whether connections to a port do not meet the proxy.
    private static boolean isExcluded(Workload workload, String port) {
        var included = annotation(workload, INCLUDED);
        return OWN_PORTS.contains(port)
                || isIn(port, annotation(workload, EXCLUDED))
                || (included.exists()
                        && !included.text().strip().equals("*")
                        && !isIn(port, included));
    }

    private static boolean isIn(String port, Node list) {
        return Arrays.stream(list.text().split(",", -1)).anyMatch(one -> one.strip().equals(port));
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
