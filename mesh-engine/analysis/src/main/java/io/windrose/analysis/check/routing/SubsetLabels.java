package io.windrose.analysis.check.routing;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.patch.Value;
import io.windrose.kernel.Selector;
import io.windrose.kernel.Severity;
import io.windrose.registry.Service;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Hosts of DestinationRules and the labels of their subsets: that somebody is there.
final class SubsetLabels implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("IST0173", "IST0174", "KIA0202", "KIA0203", "KIA0209");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.DESTINATION_RULE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        if (!Names.areKnown(mesh)) {
            return;
        }
        var members = new Members(mesh);
        var host = rule.spec().get("host");
        if (host.text().isEmpty() || host.text().startsWith("*")) {
            return;
        }
        var strict =
                mesh.hosts()
                        .find(host.text(), rule.namespace())
                        .or(() -> elsewhere(mesh, rule, host.text()));
        var full = Names.loose(mesh, host.text(), rule.namespace());
        var loose = strict.or(() -> mesh.hosts().find(full.value(), rule.namespace()));
        if (strict.isEmpty()) {
            found.accept(unknown(mesh, host, loose.isEmpty()));
        }
        if (loose.isPresent()) {
            for (var subset : rule.spec().items("subsets")) {
                boolean used = RoutedSubsets.have(mesh, full, subset.text("name"));
                check(members, loose.get(), strict.isPresent(), subset, used, found);
            }
        }
    }

    /// A service that the root namespace does not see, and those do that follow a rule there.
    private static Optional<Service> elsewhere(Mesh mesh, MeshObject rule, String host) {
        var exportTo =
                Names.exportTo(rule, mesh.settings().mesh().defaultDestinationRuleExportTo());
        return mesh.hosts().named(Hosts.complete(host, rule.namespace())).stream()
                .filter(_ -> rule.namespace().equals(mesh.rootNamespace()))
                .filter(service -> exportTo.includes(service.namespace()))
                .findFirst();
    }

    private static Finding unknown(Mesh mesh, Node host, boolean kiali) {
        var namespace = host.object().namespace();
        var full = Hosts.complete(host.text(), namespace);
        boolean hidden = mesh.hosts().exists(host.text(), namespace);
        var finding =
                Finding.of(
                        "IST0174",
                        host,
                        hidden
                                ? "Service %s is not exported to namespace %s, so this rule is about nothing that it sees."
                                        .formatted(full, namespace)
                                : "There is no service %s, so this rule has no effect."
                                        .formatted(full));
        // Kiali takes `reviews.bookinfo` for a name of a Service, and the app of a workload too.
        finding = kiali && !isApp(mesh, host) ? finding.also("KIA0202") : finding;
        return Names.of(mesh).repair(mesh, host, _ -> true).map(finding::with).orElse(finding);
    }

    private static boolean isApp(Mesh mesh, Node host) {
        return !mesh.workloads()
                .matching(host.object().namespace(), Selector.of(Map.of("app", host.text())))
                .isEmpty();
    }

    private static void check(
            Members members,
            Service service,
            boolean istio,
            Node subset,
            boolean used,
            Consumer<Finding> found) {
        var labels = subset.words("labels");
        if (labels.isEmpty()) {
            // What only carries a policy for a service without workloads of its own is meant so.
            if (service.origin() == Service.Origin.KUBERNETES && !subset.text("name").isEmpty()) {
                found.accept(unlabelled(members, service, subset));
            }
            return;
        }
        if (!members.areKnown(service) || members.anyHas(service, labels)) {
            return;
        }
        boolean written = members.areWritten();
        var message =
                (written
                                ? "No workload of %s has %s, so subset %s has no endpoints%s."
                                : "No workload is written here, so none of %s has %s; unless it runs elsewhere, subset %s has no endpoints%s.")
                        .formatted(
                                service.host(),
                                String.join(
                                        " and ",
                                        labels.entrySet().stream()
                                                .map(one -> one.getKey() + ": " + one.getValue())
                                                .toList()),
                                subset.text("name"),
                                used
                                        ? " and requests to it fail with 503"
                                        : "; no route leads to it");
        var finding = Finding.of(istio ? "IST0173" : "KIA0203", subset, message);
        finding = istio ? finding.also("KIA0203") : finding;
        finding = withNearest(finding, members, service, subset);
        if (used || !written) {
            found.accept(written ? finding : finding.at(Severity.INFO));
            return;
        }
        // Without any subset a rule would be about all of them.
        boolean others = subset.around().items().size() > 1;
        found.accept(
                others
                        ? finding.at(Severity.INFO)
                                .with(Edits.remove("Remove the subset", subset.around(), subset))
                        : finding.at(Severity.INFO));
    }

    /// The label that nobody has in this way, with a value that somebody has.
    private static Finding withNearest(
            Finding finding, Members members, Service service, Node subset) {
        for (var label : subset.get("labels").members()) {
            var values = members.values(service, label.name());
            if (!values.contains(label.text())) {
                return Edits.nearest(label, values).map(finding::with).orElse(finding);
            }
        }
        return finding;
    }

    private static Finding unlabelled(Members members, Service service, Node subset) {
        var name = subset.text("name");
        boolean others =
                subset.around().items().stream().anyMatch(one -> !one.words("labels").isEmpty());
        var finding =
                Finding.of(
                        "KIA0209",
                        subset,
                        "Subset %s has no labels, so it is all of %s."
                                .formatted(name, service.host()));
        finding = others ? finding.at(Severity.INFO) : finding;
        if (subset.get("labels").exists()) {
            return finding;
        }
        var label = members.labelOf(service, name);
        return label.isEmpty()
                ? finding
                : finding.with(
                        Edits.add(
                                "Add label %s: %s"
                                        .formatted(label.get().getKey(), label.get().getValue()),
                                subset,
                                "labels",
                                Edits.field(
                                        label.get().getKey(),
                                        new Value.Text(label.get().getValue()))));
    }
}
