package io.windrose.analysis.check.security;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Parts of rules that ask for what excludes each other, e.g. a caller of one namespace who is an
/// account of another one.
final class NeverMatching implements ObjectCheck {

    @Override
    public Set<String> codes() {
        return Set.of("WR0113");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.AUTHORIZATION_POLICY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject object, Consumer<Finding> found) {
        var rules = new EngineRules(mesh);
        if (object.resource().orElse(null) instanceof AuthorizationPolicy policy) {
            check(rules, object, policy, found);
        }
    }

    private static void check(
            EngineRules rules,
            MeshObject object,
            AuthorizationPolicy policy,
            Consumer<Finding> found) {
        var covering = new Covering();
        var parts = parts(object, policy);
        var read = rules.of(with(policy, parts.stream().map(Part::rule).toList()));
        var told = new HashSet<Integer>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            boolean isNew = !part.field().isEmpty() || !told.contains(part.index());
            if (isNew && read.get(i).filter(covering::isEmpty).isPresent()) {
                told.add(part.index());
                found.accept(part.finding());
            }
        }
    }

    /// @param index of the rule in its policy
    /// @param rule that asks for no more than the part does
    /// @param field of whose items each will do; empty for a whole rule
    private record Part(int index, Node node, Rule rule, String field) {

        Finding finding() {
            return Finding.of(
                    "WR0113",
                    node,
                    "No request is all of this at once, so this never matches"
                            + (field.isEmpty()
                                    ? "."
                                    : "; two items under `%s` would mean either."
                                            .formatted(field)));
        }
    }

    /// Those that may ask for too much; a whole rule behind its parts.
    private static List<Part> parts(MeshObject object, AuthorizationPolicy policy) {
        var parts = new ArrayList<Part>();
        var nodes = PolicyNodes.rules(object);
        for (int i = 0; i < Math.min(nodes.size(), policy.rules().size()); i++) {
            var rule = policy.rules().get(i);
            var from = nodes.get(i).items("from");
            for (int j = 0; j < Math.min(from.size(), rule.from().size()); j++) {
                var source = from.get(j).get("source");
                if (asksMuch(source)) {
                    var only = new Rule(List.of(rule.from().get(j)), List.of(), List.of());
                    parts.add(new Part(i, source, only, "from"));
                }
            }
            var to = nodes.get(i).items("to");
            for (int j = 0; j < Math.min(to.size(), rule.to().size()); j++) {
                var operation = to.get(j).get("operation");
                if (asksMuch(operation)) {
                    var only = new Rule(List.of(), List.of(rule.to().get(j)), List.of());
                    parts.add(new Part(i, operation, only, "to"));
                }
            }
            if (!rule.when().isEmpty()) {
                parts.add(new Part(i, nodes.get(i), rule, ""));
            }
        }
        return parts;
    }

    private static boolean asksMuch(Node part) {
        return part.members().size() > 1
                || part.members().stream().anyMatch(member -> member.name().startsWith("not"));
    }

    private static AuthorizationPolicy with(AuthorizationPolicy policy, List<Rule> rules) {
        return new AuthorizationPolicy(
                policy.meta(),
                policy.origin(),
                policy.selector(),
                policy.targetRefs(),
                policy.action(),
                policy.provider(),
                rules);
    }
}
