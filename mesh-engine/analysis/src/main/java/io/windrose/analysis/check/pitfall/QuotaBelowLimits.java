package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A quota that lets fewer Pods start than Deployments, or an installation at its largest, want.
final class QuotaBelowLimits extends Pitfall {
    private static final String QUOTA = "ResourceQuota";
    private static final String OPERATOR = "install.istio.io/IstioOperator";

    QuotaBelowLimits() {
        super("WR0307");
    }

    /// @param replicas at most
    /// @param resources of one Pod
    private record Wanted(String who, int replicas, List<Node> resources) {}

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var quota : mesh.all(QUOTA)) {
            var wanted = Stream.concat(deployments(mesh, quota), installed(mesh, quota)).toList();
            for (var amount : quota.spec().get("hard").members()) {
                check(amount, wanted, found);
            }
        }
    }

    private void check(Node hard, List<Wanted> wanted, Consumer<Finding> found) {
        int dot = hard.name().indexOf('.');
        var limit = Quantity.of(hard.text());
        if (dot < 0 || limit.isEmpty()) {
            return;
        }
        var kind = hard.name().substring(0, dot);
        var resource = hard.name().substring(dot + 1);
        var sum = BigDecimal.ZERO;
        for (var one : wanted) {
            sum = sum.add(amount(one, kind, resource));
        }
        if (sum.compareTo(limit.get()) > 0) {
            boolean memory = resource.equals("memory");
            found.accept(
                    Finding.of(
                            code(),
                            hard,
                            "The %s of %s at their largest need %s, and %s are allowed: the last Pods do not start."
                                    .formatted(
                                            hard.name(),
                                            names(wanted, kind, resource),
                                            Quantity.words(sum, memory),
                                            hard.text())));
        }
    }

    private static String names(List<Wanted> wanted, String kind, String resource) {
        return String.join(
                ", ",
                wanted.stream()
                        .filter(one -> amount(one, kind, resource).signum() > 0)
                        .map(one -> one.who() + " (" + one.replicas() + ")")
                        .toList());
    }

    private static BigDecimal amount(Wanted wanted, String kind, String resource) {
        return wanted.resources().stream()
                .map(one -> Quantity.of(one.text(kind, resource)).orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(BigDecimal.valueOf(wanted.replicas()));
    }

    private static Stream<Wanted> deployments(Mesh mesh, MeshObject quota) {
        return mesh.all(Kinds.DEPLOYMENT).stream()
                .filter(one -> one.namespace().equals(quota.namespace()))
                .map(one ->
                        new Wanted(
                                one.name(),
                                one.spec().get("replicas").whole(1),
                                one.spec().get("template", "spec").items("containers").stream()
                                        .map(container -> container.get("resources"))
                                        .toList()));
    }

    /// The parts of an installation; each is in the root namespace unless it says otherwise.
    private static Stream<Wanted> installed(Mesh mesh, MeshObject quota) {
        return mesh.all(OPERATOR).stream()
                .flatMap(operator -> {
                    var components = operator.spec().get("components");
                    return Stream.of(
                                    Stream.of(components.get("pilot")),
                                    components.items("ingressGateways").stream(),
                                    components.items("egressGateways").stream())
                            .flatMap(all -> all);
                })
                .filter(Node::exists)
                .filter(component -> namespace(mesh, component).equals(quota.namespace()))
                .map(component ->
                        new Wanted(
                                component.text("name").isEmpty()
                                        ? "istiod"
                                        : component.text("name"),
                                Math.max(
                                        component.get("k8s", "replicaCount").whole(1),
                                        component.get("k8s", "hpaSpec", "maxReplicas").whole(1)),
                                List.of(component.get("k8s", "resources"))));
    }

    private static String namespace(Mesh mesh, Node component) {
        var written = component.text("namespace");
        return written.isEmpty() ? mesh.rootNamespace() : written;
    }
}
