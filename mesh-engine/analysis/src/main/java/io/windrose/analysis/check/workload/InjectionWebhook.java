package io.windrose.analysis.check.workload;

import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A webhook that gives sidecars to Pods.
///
/// @param node an item of `webhooks`
record InjectionWebhook(Node node) {
    static final String REVISION = "istio.io/rev";
    private static final String SUFFIX = "istio.io";

    /// By configuration, then as they are written.
    static List<InjectionWebhook> all(Mesh mesh) {
        return mesh.all(Kinds.MUTATING_WEBHOOKS).stream()
                .flatMap(one -> one.root().items("webhooks").stream())
                .map(InjectionWebhook::new)
                .filter(InjectionWebhook::injects)
                .toList();
    }

    /// Whether both are one webhook of a cluster, which the one applied last decides.
    boolean isSameAs(InjectionWebhook other) {
        return node.object().isSameAs(other.node.object())
                && node.text("name").equals(other.node.text("name"));
    }

    private boolean injects() {
        return node.text("name").endsWith(SUFFIX)
                || node.object().labels().get(REVISION).isPresent()
                || !revisions().isEmpty();
    }

    /// The revisions that its selectors name.
    Set<String> revisions() {
        return Stream.of("namespaceSelector", "objectSelector")
                .map(node::get)
                .flatMap(selector ->
                        Stream.concat(
                                Stream.of(selector.text("matchLabels", REVISION)),
                                selector.items("matchExpressions").stream()
                                        .filter(one -> one.text("key").equals(REVISION))
                                        .flatMap(one -> one.texts("values").stream())))
                .filter(revision -> !revision.isEmpty())
                .collect(Collectors.toSet());
    }

    /// Whether it is called for a Pod with the one set of labels in a namespace with the other.
    boolean takes(Map<String, String> namespace, Map<String, String> pod) {
        return matches(node.get("namespaceSelector"), namespace)
                && matches(node.get("objectSelector"), pod);
    }

    private static boolean matches(Node selector, Map<String, String> labels) {
        return selector.words("matchLabels").entrySet().stream()
                        .allMatch(one -> one.getValue().equals(labels.get(one.getKey())))
                && selector.items("matchExpressions").stream().allMatch(one -> holds(one, labels));
    }

    private static boolean holds(Node expression, Map<String, String> labels) {
        var value = labels.get(expression.text("key"));
        var values = expression.texts("values");
        return switch (expression.text("operator")) {
            case "In" -> value != null && values.contains(value);
            case "NotIn" -> value == null || !values.contains(value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }
}
