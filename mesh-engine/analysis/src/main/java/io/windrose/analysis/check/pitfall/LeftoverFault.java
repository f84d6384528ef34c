package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Authorship;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.Set;
import java.util.function.Consumer;

/// Faults that are injected on purpose, and often forgotten.
final class LeftoverFault extends Pitfall implements ObjectCheck {
    LeftoverFault() {
        super("WR0201");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        for (var route : rule.spec().items("http")) {
            var fault = route.get("fault");
            if (fault.get("delay").exists() || fault.get("abort").exists()) {
                found.accept(finding(mesh, route, fault));
            }
        }
    }

    private Finding finding(Mesh mesh, Node route, Node fault) {
        var finding =
                Finding.of(
                        code(),
                        fault,
                        "Requests of this route fail on purpose: %s. Remove it when the test is over.%s"
                                .formatted(words(fault), Authorship.sentence(mesh, fault)));
        return route.tree() instanceof Mapping mapping
                ? finding.with(
                        Fix.of(
                                "Remove the fault",
                                route.object(),
                                patch -> patch.remove(mapping, "fault")))
                : finding;
    }

    private static String words(Node fault) {
        var delay = fault.get("delay");
        var abort = fault.get("abort");
        var slow = "%s are late by %s".formatted(share(delay), delay.text("fixedDelay"));
        var broken =
                "%s are answered with %s"
                        .formatted(
                                share(abort), abort.text("httpStatus") + abort.text("grpcStatus"));
        if (!abort.exists()) {
            return slow;
        }
        return delay.exists() ? slow + ", " + broken : broken;
    }

    private static String share(Node fault) {
        var share = fault.text("percentage", "value");
        return share.isEmpty() ? "all of them" : share.replaceFirst("\\.0+$", "") + " %";
    }
}
