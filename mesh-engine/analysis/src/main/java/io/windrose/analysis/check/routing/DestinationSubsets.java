package io.windrose.analysis.check.routing;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.analysis.check.routing.Destinations.Use;
import io.windrose.config.patch.Value;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Destinations of routes: that somebody defines the subset.
final class DestinationSubsets implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("IST0101", "KIA1107");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject route, Consumer<Finding> found) {
        for (var use : Destinations.of(route)) {
            if (!use.host().text().isEmpty() && !use.subset().text().isEmpty()) {
                check(mesh, use, found);
            }
        }
    }

    private static void check(Mesh mesh, Use use, Consumer<Finding> found) {
        var node = use.subset();
        var namespace = node.object().namespace();
        var full = Hosts.complete(use.host().text(), namespace);
        var loose = Names.loose(mesh, use.host().text(), namespace);
        var subset = node.text();
        // Istio looks at every rule for the host; Kiali at those that the namespace may see, with
        // wildcards, and at none for mirrors. Where there is no rule at all, one of both says so.
        var strict = RulesByHost.exact(mesh, full);
        boolean istio =
                (use.mirror() || !strict.isEmpty())
                        && strict.stream().noneMatch(one -> has(one, subset));
        var visible = RulesByHost.covering(mesh, loose, namespace);
        boolean kiali = !use.mirror() && visible.stream().noneMatch(one -> has(one, subset));
        if (!istio && !kiali) {
            return;
        }
        var candidates = visible.isEmpty() ? strict : visible;
        var message = message(full, use, candidates);
        // Whether Kiali alone says so or not: what is sent there gets nowhere.
        var finding = Finding.of(istio ? "IST0101" : "KIA1107", node, message).at(Severity.ERROR);
        finding = istio && kiali ? finding.also("KIA1107") : finding;
        found.accept(withFixes(finding, mesh, use, loose, candidates));
    }

    private static String message(Hostname host, Use use, List<MeshObject> rules) {
        var subset = use.subset().text();
        return rules.isEmpty()
                ? "No DestinationRule is about %s, so there is no subset %s and %s."
                        .formatted(host, subset, use.effect())
                : "No DestinationRule for %s that namespace %s sees has a subset %s, so %s; %s has %s."
                        .formatted(
                                host,
                                use.subset().object().namespace(),
                                subset,
                                use.effect(),
                                rules.getFirst().label(),
                                words(rules.getFirst()));
    }

    private static String words(MeshObject rule) {
        var names = names(rule);
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static List<String> names(MeshObject rule) {
        return rule.spec().items("subsets").stream().map(one -> one.text("name")).toList();
    }

    private static boolean has(MeshObject rule, String subset) {
        return rule.spec().items("subsets").stream()
                .anyMatch(one -> one.text("name").equals(subset));
    }

    private static Finding withFixes(
            Finding finding, Mesh mesh, Use use, Hostname host, List<MeshObject> rules) {
        var all = finding;
        var names = rules.stream().flatMap(rule -> names(rule).stream()).toList();
        var nearest = Edits.nearest(use.subset(), names);
        if (nearest.isPresent()) {
            all = all.with(nearest.get());
        }
        var label = label(mesh, use, host);
        if (label.isPresent()) {
            all = all.with(define(use.subset(), host, label.get(), rules));
        }
        return all;
    }

    /// What tells the workloads apart that the name seems to mean.
    private static Optional<Map.Entry<String, String>> label(Mesh mesh, Use use, Hostname host) {
        return mesh.hosts()
                .find(host.value(), use.host().object().namespace())
                .flatMap(service -> new Members(mesh).labelOf(service, use.subset().text()));
    }

    private static Fix define(
            Node subset, Hostname host, Map.Entry<String, String> label, List<MeshObject> rules) {
        var item =
                Edits.fields(
                        Edits.entry("name", subset.text()),
                        Map.entry(
                                "labels",
                                Edits.field(label.getKey(), new Value.Text(label.getValue()))));
        for (var rule : rules) {
            if (rule.spec().tree() instanceof Mapping) {
                return Edits.append(
                        "Add subset %s to %s".formatted(subset.text(), rule.label()),
                        rule.spec(),
                        "subsets",
                        item);
            }
        }
        return Fix.of(
                "Add a DestinationRule with subset " + subset.text(),
                subset.object(),
                patch -> patch.addDocument(rule(subset, host, item)));
    }

    private static Value.Fields rule(Node subset, Hostname host, Value item) {
        return Edits.fields(
                Edits.entry("apiVersion", "networking.istio.io/v1"),
                Edits.entry("kind", "DestinationRule"),
                Map.entry(
                        "metadata",
                        Edits.fields(
                                Edits.entry("name", host.value().split("\\.", 2)[0]),
                                Edits.entry("namespace", subset.object().namespace()))),
                Map.entry(
                        "spec",
                        Edits.fields(
                                Edits.entry("host", host.value()),
                                Map.entry("subsets", new Value.Items(List.of(item))))));
    }
}
