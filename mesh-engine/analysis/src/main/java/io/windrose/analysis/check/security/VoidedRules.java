package io.windrose.analysis.check.security;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import io.windrose.config.resource.AuthorizationPolicy.Rule;
import io.windrose.config.tree.ConfigTree.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Rules that allow what another policy allows anyway, to everyone whom they are for.
final class VoidedRules implements Check {
    /// Of more labels not every subset is looked up.
    private static final int MOST_LABELS = 6;

    @Override
    public Set<String> codes() {
        return Set.of("WR0103", "WR0104");
    }

    /// @param index of the rule in its policy
    private record Part(MeshObject object, AuthorizationPolicy policy, int index) {
        Rule rule() {
            return policy.rules().get(index);
        }

        Node node() {
            return PolicyNodes.rules(object).get(index);
        }

        boolean isReplacedBy(Part other) {
            return !object.equals(other.object) && object.isSameAs(other.object);
        }

        boolean comesBefore(Part other) {
            int names = object.label().compareTo(other.object.label());
            return names == 0 ? index < other.index : names < 0;
        }
    }

    private record Whom(String namespace, SortedMap<String, String> labels) {}

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var bySelector = new HashMap<Whom, List<Part>>();
        for (var object : mesh.all(Kinds.AUTHORIZATION_POLICY)) {
            if (object.resource().orElse(null) instanceof AuthorizationPolicy policy
                    && policy.action() == Action.ALLOW
                    && policy.targetRefs().isEmpty()
                    && !policy.dryRun()
                    && policy.rules().size() == PolicyNodes.rules(object).size()) {
                var labels = policy.selector().matchLabels();
                var parts =
                        bySelector.computeIfAbsent(
                                new Whom(object.namespace(), labels), _ -> new ArrayList<>());
                for (int i = 0; i < policy.rules().size(); i++) {
                    parts.add(new Part(object, policy, i));
                }
            }
        }
        bySelector.forEach((whom, parts) -> {
            var wider = wider(mesh, bySelector, whom);
            parts.forEach(part -> check(part, wider, found));
        });
    }

    /// What holds for everybody whom a selector selects.
    private static List<Part> wider(Mesh mesh, Map<Whom, List<Part>> all, Whom whom) {
        var wider = new ArrayList<Part>();
        for (var labels : subsets(whom.labels())) {
            for (var namespace : new TreeSet<>(List.of(whom.namespace(), mesh.rootNamespace()))) {
                wider.addAll(all.getOrDefault(new Whom(namespace, labels), List.of()));
            }
        }
        return wider;
    }

    private static List<SortedMap<String, String>> subsets(SortedMap<String, String> labels) {
        if (labels.size() > MOST_LABELS) {
            return List.of(new TreeMap<>(), labels);
        }
        var subsets = new ArrayList<SortedMap<String, String>>();
        subsets.add(new TreeMap<>());
        labels.forEach((key, value) -> {
            for (var subset : List.copyOf(subsets)) {
                var more = new TreeMap<>(subset);
                more.put(key, value);
                subsets.add(more);
            }
        });
        return subsets;
    }

    private static void check(Part part, List<Part> wider, Consumer<Finding> found) {
        voids(part, wider).map(other -> pointless(part, other)).ifPresent(found);
        opens(part, wider).ifPresent(found);
    }

    private static Optional<Part> voids(Part part, List<Part> wider) {
        return wider.stream()
                .filter(other -> !other.equals(part) && !part.isReplacedBy(other))
                .filter(other -> Covering.covers(other.rule(), part.rule()))
                // of two that say the same, the first one stays
                .filter(other ->
                        other.comesBefore(part) || !Covering.covers(part.rule(), other.rule()))
                .findFirst();
    }

    private static Finding pointless(Part part, Part other) {
        var message =
                "%s lets all of this through already, so this rule decides nothing."
                        .formatted(name(part, other));
        var finding = Finding.of("WR0103", part.node(), message);
        boolean only = part.policy().rules().size() == 1;
        return !only && part.object().spec().get("rules").tree() instanceof Sequence list
                ? finding.with(
                        Fix.of(
                                "Remove the rule",
                                part.object(),
                                patch -> patch.remove(list, part.index())))
                : finding;
    }

    private static String name(Part part, Part other) {
        var rule = "Rule %d".formatted(other.index() + 1);
        return part.object().equals(other.object()) ? rule : rule + " of " + other.object().name();
    }

    /// A wider rule that opens everything to a namespace which is called like the account that this
    /// one means to limit.
    private static Optional<Finding> opens(Part part, List<Part> wider) {
        if (part.rule().to().isEmpty()) {
            return Optional.empty();
        }
        var accounts =
                part.rule().from().stream()
                        .flatMap(source -> source.principals().in().stream())
                        .map(Identity::account)
                        .filter(account -> !account.isEmpty())
                        .toList();
        return accounts.isEmpty()
                ? Optional.empty()
                : wider.stream()
                        .filter(other -> !other.object().isSameAs(part.object()))
                        .filter(other -> other.rule().to().isEmpty())
                        .filter(other -> other.rule().when().isEmpty())
                        .flatMap(other -> namespaces(other.node()).stream())
                        .filter(one -> accounts.contains(one.text()))
                        .map(one -> open(part, one))
                        .findFirst();
    }

    private static List<Node> namespaces(Node rule) {
        return rule.items("from").stream()
                .filter(from -> from.get("source").members().size() == 1)
                .flatMap(from -> from.get("source").items("namespaces").stream())
                .toList();
    }

    private static Finding open(Part part, Node namespace) {
        return Finding.of(
                "WR0104",
                namespace,
                ("Callers of namespace %s may do everything here, also where %s lets the account %s"
                                + " do only some things, because policies that allow add up.")
                        .formatted(namespace.text(), part.object().name(), namespace.text()));
    }
}
