package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.config.patch.Value;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Routes of the Gateway API: that their gateways take them, and that their backends are there.
///
/// @see <a href="https://gateway-api.sigs.k8s.io/api-types/httproute/">HTTPRoute</a>
final class KubernetesRoutes implements Check {
    private static final String GROUP = "gateway.networking.k8s.io";

    @Override
    public Set<String> codes() {
        return Set.of("KIA1401", "KIA1402");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var kind : List.of(Kinds.GRPC_ROUTE, Kinds.HTTP_ROUTE)) {
            for (var route : mesh.all(kind)) {
                route.spec().items("parentRefs").forEach(one -> parent(mesh, one, found));
                backends(route).forEach(one -> backend(mesh, one, found));
            }
        }
    }

    /// Where a route sends requests, and copies of them; those that are no Service too.
    static List<Node> backends(MeshObject route) {
        var backends = new ArrayList<Node>();
        for (var rule : route.spec().items("rules")) {
            backends.addAll(mirrors(rule));
            for (var backend : rule.items("backendRefs")) {
                backends.add(backend);
                backends.addAll(mirrors(backend));
            }
        }
        return backends;
    }

    private static List<Node> mirrors(Node filtered) {
        return filtered.items("filters").stream()
                .map(filter -> filter.get("requestMirror", "backendRef"))
                .filter(Node::exists)
                .toList();
    }

    /// The Gateway that a route is bound to, where it is there.
    static Optional<MeshObject> gateway(Mesh mesh, Node reference) {
        boolean ofGroup = !reference.get("group").exists() || reference.text("group").equals(GROUP);
        return ofGroup && or(reference.text("kind"), "Gateway").equals("Gateway")
                ? mesh.find(Kinds.KUBERNETES_GATEWAY, namespace(reference), reference.text("name"))
                : Optional.empty();
    }

    /// The Service that a backend is, where it is there.
    static Optional<MeshObject> service(Mesh mesh, Node reference) {
        return isService(reference)
                ? mesh.find(Kinds.SERVICE, namespace(reference), reference.text("name"))
                : Optional.empty();
    }

    private static boolean isService(Node reference) {
        return or(reference.text("kind"), "Service").equals("Service")
                && reference.text("group").isEmpty();
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private static String namespace(Node reference) {
        return or(reference.text("namespace"), reference.object().namespace());
    }

    private static void parent(Mesh mesh, Node reference, Consumer<Finding> found) {
        var kind = or(reference.text("kind"), "Gateway");
        if (kind.equals("Service")) {
            // A route of another namespace is for the callers there, and needs no grant.
            service(mesh, reference, found);
            return;
        }
        var name = reference.get("name");
        boolean ofGroup = !reference.get("group").exists() || reference.text("group").equals(GROUP);
        if (!kind.equals("Gateway") || !ofGroup || name.text().isEmpty()) {
            return;
        }
        var gateway = gateway(mesh, reference);
        if (gateway.isEmpty()) {
            found.accept(missing(mesh, reference, name));
        } else if (has(gateway.get(), reference.text("sectionName"))
                && !takes(mesh, gateway.get(), reference)) {
            found.accept(
                    Finding.of(
                            "KIA1401",
                            name,
                            "No listener of %s takes routes of namespace %s; its allowedRoutes say which."
                                    .formatted(
                                            gateway.get().label(),
                                            reference.object().namespace())));
        }
    }

    private static Finding missing(Mesh mesh, Node reference, Node name) {
        var namespace = namespace(reference);
        var finding =
                Finding.of(
                        "KIA1401",
                        name,
                        "There is no Gateway %s of Kubernetes in namespace %s, so nobody follows this route."
                                .formatted(name.text(), namespace));
        var names =
                mesh.all(Kinds.KUBERNETES_GATEWAY).stream()
                        .filter(one -> one.namespace().equals(namespace))
                        .map(MeshObject::name)
                        .toList();
        return Edits.nearest(name, names).map(finding::with).orElse(finding);
    }

    /// Whether a listener is open to the namespace of a route; one that is not there is not.
    static boolean takes(Mesh mesh, MeshObject gateway, Node reference) {
        var own = reference.object().namespace();
        if (gateway.namespace().equals(own)) {
            return true;
        }
        var section = reference.text("sectionName");
        return gateway.spec().items("listeners").stream()
                .filter(one -> section.isEmpty() || one.text("name").equals(section))
                .map(one -> one.get("allowedRoutes", "namespaces"))
                .anyMatch(allowed ->
                        switch (allowed.text("from")) {
                            case "All" -> true;
                            case "Selector" -> selects(mesh, allowed.get("selector"), own);
                            default -> false;
                        });
    }

    private static boolean has(MeshObject gateway, String section) {
        return section.isEmpty()
                || gateway.spec().items("listeners").stream()
                        .anyMatch(one -> one.text("name").equals(section));
    }

    private static boolean selects(Mesh mesh, Node selector, String namespace) {
        var written = mesh.find(Kinds.NAMESPACE, "", namespace);
        if (written.isEmpty() || !selector.items("matchExpressions").isEmpty()) {
            // Which labels it has, nobody wrote.
            return true;
        }
        var labels = new TreeMap<>(written.get().labels().byKey());
        labels.put("kubernetes.io/metadata.name", namespace);
        return Selector.of(selector.words("matchLabels")).matches(Labels.of(labels));
    }

    private static void backend(Mesh mesh, Node reference, Consumer<Finding> found) {
        if (!isService(reference) || !service(mesh, reference, found)) {
            return;
        }
        var namespace = namespace(reference);
        if (!namespace.equals(reference.object().namespace())
                && !isGranted(mesh, reference, namespace)) {
            found.accept(
                    Finding.of(
                                    "KIA1402",
                                    reference.get("name"),
                                    "No ReferenceGrant of namespace %s lets routes of namespace %s use its Services, so this answers with 500."
                                            .formatted(namespace, reference.object().namespace()))
                            .with(grant(reference, namespace)));
        }
    }

    /// Whether it is there; where nobody wrote any Service, none is missed.
    private static boolean service(Mesh mesh, Node reference, Consumer<Finding> found) {
        var name = reference.get("name");
        var namespace = namespace(reference);
        boolean dotted = name.text().contains(".");
        if (!dotted
                && (name.text().isEmpty()
                        || mesh.all(Kinds.SERVICE).isEmpty()
                        || mesh.find(Kinds.SERVICE, namespace, name.text()).isPresent())) {
            return true;
        }
        var finding =
                Finding.of(
                        "KIA1402",
                        name,
                        dotted
                                ? "%s is no name of a Service; write its first part here and the namespace apart."
                                        .formatted(name.text())
                                : "There is no Service %s in namespace %s, so this answers with 500."
                                        .formatted(name.text(), namespace));
        var names =
                mesh.all(Kinds.SERVICE).stream()
                        .filter(one -> one.namespace().equals(namespace))
                        .map(MeshObject::name)
                        .toList();
        var first = name.text().split("\\.", 2)[0];
        found.accept(
                dotted && names.contains(first)
                        ? finding.with(Edits.change(name, first))
                        : Edits.nearest(name, names).map(finding::with).orElse(finding));
        return false;
    }

    private static boolean isGranted(Mesh mesh, Node reference, String namespace) {
        var from = reference.object();
        return mesh.all(Kinds.REFERENCE_GRANT).stream()
                .filter(grant -> grant.namespace().equals(namespace))
                .map(MeshObject::spec)
                .anyMatch(spec ->
                        spec.items("from").stream()
                                        .anyMatch(one ->
                                                one.text("kind").equals(kind(from))
                                                        && one.text("namespace")
                                                                .equals(from.namespace()))
                                && spec.items("to").stream()
                                        .anyMatch(one ->
                                                one.text("kind").equals("Service")
                                                        && or(
                                                                        one.text("name"),
                                                                        reference.text("name"))
                                                                .equals(reference.text("name"))));
    }

    private static String kind(MeshObject route) {
        return route.kind().substring(route.kind().indexOf('/') + 1);
    }

    private static Fix grant(Node reference, String namespace) {
        var route = reference.object();
        var from =
                Edits.fields(
                        Edits.entry("group", GROUP),
                        Edits.entry("kind", kind(route)),
                        Edits.entry("namespace", route.namespace()));
        var to = Edits.fields(Edits.entry("group", ""), Edits.entry("kind", "Service"));
        var grant =
                Edits.fields(
                        Edits.entry("apiVersion", GROUP + "/v1beta1"),
                        Edits.entry("kind", "ReferenceGrant"),
                        Map.entry(
                                "metadata",
                                Edits.fields(
                                        Edits.entry("name", "routes-of-" + route.namespace()),
                                        Edits.entry("namespace", namespace))),
                        Map.entry(
                                "spec",
                                Edits.fields(
                                        Map.entry("from", new Value.Items(List.of(from))),
                                        Map.entry("to", new Value.Items(List.of(to))))));
        return Fix.of(
                "Add a ReferenceGrant to namespace " + namespace,
                route,
                patch -> patch.addDocument(grant));
    }
}
