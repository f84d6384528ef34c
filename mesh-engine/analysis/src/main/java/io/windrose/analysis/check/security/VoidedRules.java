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
import io.windrose.traffic.authorize.Policy;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Rules that allow what another rule allows anyway, or denies, to everyone whom they are for.
final class VoidedRules implements Check {
    /// Of more labels not every subset is looked up.
    private static final int MOST_LABELS = 6;

    private static final Set<Action> DECIDING = Set.of(Action.ALLOW, Action.DENY);

    @Override
    public Set<String> codes() {
        return Set.of("WR0103", "WR0104", "WR0114");
    }

    /// @param index of the rule in its policy
    /// @param rule as the engine has it
    private record Part(MeshObject object, AuthorizationPolicy policy, int index, Policy rule) {
        Node node() {
            return PolicyNodes.rules(object).get(index);
        }

        Rule written() {
            return policy.rules().get(index);
        }

        Whom whom() {
            return Whom.of(object, policy);
        }

        boolean isReplacedBy(Part other) {
            return !object.equals(other.object) && object.isSameAs(other.object);
        }

        boolean comesBefore(Part other) {
            int names = object.label().compareTo(other.object.label());
            return names == 0 ? index < other.index : names < 0;
        }
    }

    private record Whom(String namespace, SortedMap<String, String> labels) {
        static Whom of(MeshObject object, AuthorizationPolicy policy) {
            return new Whom(object.namespace(), policy.selector().matchLabels());
        }
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var bySelector = new HashMap<Whom, List<MeshObject>>();
        for (var object : mesh.all(Kinds.AUTHORIZATION_POLICY)) {
            if (object.resource().orElse(null) instanceof AuthorizationPolicy policy
                    && DECIDING.contains(policy.action())
                    && policy.targetRefs().isEmpty()
                    && !policy.dryRun()
                    && policy.rules().size() == PolicyNodes.rules(object).size()) {
                var whom = Whom.of(object, policy);
                bySelector.computeIfAbsent(whom, _ -> new ArrayList<>()).add(object);
            }
        }
        var rules = new EngineRules(mesh);
        var covering = new Covering();
        bySelector.forEach((whom, policies) -> {
            var wider = wider(mesh, bySelector, whom);
            if (wider.size() > 1 || policies.getFirst().spec().items("rules").size() > 1) {
                var parts = wider.stream().flatMap(one -> parts(rules, one)).toList();
                policies.stream()
                        .flatMap(one -> parts(rules, one))
                        .filter(part -> part.policy().action() == Action.ALLOW)
                        .forEach(part -> check(covering, part, parts, found));
            }
        });
    }

    /// Rules that no proxy is sent are left out.
    private static Stream<Part> parts(EngineRules rules, MeshObject object) {
        if (!(object.resource().orElse(null) instanceof AuthorizationPolicy policy)) {
            return Stream.empty();
        }
        var all = rules.of(policy);
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(i -> all.get(i).map(rule -> new Part(object, policy, i, rule)).stream());
    }

    /// Policies that hold for everybody whom a selector selects.
    private static List<MeshObject> wider(Mesh mesh, Map<Whom, List<MeshObject>> all, Whom whom) {
        var wider = new ArrayList<MeshObject>();
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

    private static void check(
            Covering covering, Part part, List<Part> wider, Consumer<Finding> found) {
        // of what matches nothing another check tells
        if (!covering.isEmpty(part.rule())) {
            denies(covering, part, wider)
                    .map(other -> refused(part, other))
                    .or(() -> voids(covering, part, wider).map(other -> pointless(part, other)))
                    .ifPresent(found);
        }
        opens(part, wider).ifPresent(found);
    }

    private static Optional<Part> denies(Covering covering, Part part, List<Part> wider) {
        return wider.stream()
                .filter(other -> other.policy().action() == Action.DENY)
                .filter(other -> covering.covers(other.rule(), part.rule()))
                .findFirst();
    }

    private static Optional<Part> voids(Covering covering, Part part, List<Part> wider) {
        return wider.stream()
                .filter(other -> other.policy().action() == Action.ALLOW)
                .filter(other -> !other.equals(part) && !part.isReplacedBy(other))
                .filter(other -> covering.covers(other.rule(), part.rule()))
                // of two that say the same to the same, the first one stays
                .filter(other ->
                        other.comesBefore(part)
                                || !other.whom().equals(part.whom())
                                || !covering.covers(part.rule(), other.rule()))
                .findFirst();
    }

    private static Finding refused(Part part, Part other) {
        return Finding.of(
                "WR0114",
                part.node(),
                "%s denies all of this, so this rule lets nobody in.".formatted(name(part, other)));
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
        if (part.object().equals(other.object())) {
            return rule;
        }
        var policy = other.object();
        return policy.namespace().equals(part.object().namespace())
                ? rule + " of " + policy.name()
                : rule + " of " + policy.namespace() + "/" + policy.name();
    }

    /// A wider rule that opens everything to a namespace which is called like the account that this
    /// one means to limit.
    private static Optional<Finding> opens(Part part, List<Part> wider) {
        if (part.written().to().isEmpty()) {
            return Optional.empty();
        }
        var accounts =
                part.written().from().stream()
                        .flatMap(source -> source.principals().in().stream())
                        .map(Identity::account)
                        .filter(account -> !account.isEmpty())
                        .toList();
        return accounts.isEmpty()
                ? Optional.empty()
                : wider.stream()
                        .filter(other -> other.policy().action() == Action.ALLOW)
                        .filter(other -> !other.object().isSameAs(part.object()))
                        .filter(other -> other.written().to().isEmpty())
                        .filter(other -> other.written().when().isEmpty())
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
