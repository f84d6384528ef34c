package io.windrose.analysis.check.security;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// One rule that a dash too many makes two of: `from` in one item, `to` or `when` in the next.
final class SplitRules implements ObjectCheck {
    private static final String FROM = "from";
    private static final Pattern OPEN =
            Pattern.compile(
                    "health|ready|readiness|live|liveness|ping|metrics|probe|well-known|jwks");

    @Override
    public Set<String> codes() {
        return Set.of("WR0102");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.AUTHORIZATION_POLICY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject policy, Consumer<Finding> found) {
        var rules = PolicyNodes.rules(policy);
        for (int i = 0; i < rules.size(); i++) {
            int end = end(rules, i);
            if (end > i + 1) {
                found.accept(finding(policy, rules.subList(i, end)));
            }
        }
    }

    /// Behind the last item that goes on with the rule that begins at `start`: it says nothing of
    /// callers and nothing twice.
    private static int end(List<Node> rules, int start) {
        var said = keys(rules.get(start));
        int end = start + 1;
        if (!said.contains(FROM)) {
            return end;
        }
        while (end < rules.size()
                && goesOn(said, keys(rules.get(end)))
                && !isForEverybody(rules.get(end))) {
            said.addAll(keys(rules.get(end)));
            end++;
        }
        return end;
    }

    /// Whether an item is only about paths that are usually open.
    private static boolean isForEverybody(Node rule) {
        return rule.members().size() == 1
                && !rule.items("to").isEmpty()
                && rule.items("to").stream()
                        .map(to -> to.get("operation").texts("paths"))
                        .allMatch(paths ->
                                !paths.isEmpty()
                                        && paths.stream()
                                                .allMatch(path -> OPEN.matcher(path).find()));
    }

    private static boolean goesOn(Set<String> said, Set<String> next) {
        return !next.isEmpty() && next.stream().noneMatch(said::contains);
    }

    private static Set<String> keys(Node rule) {
        var keys = new HashSet<String>();
        rule.members().forEach(member -> keys.add(member.name()));
        return keys;
    }

    private static Finding finding(MeshObject policy, List<Node> parts) {
        var second = parts.get(1);
        var keys = second.members().stream().map(Node::name).toList();
        boolean allows = PolicyNodes.allows(policy);
        var message =
                ("This item has no `from`, so it %s; without its dash, `%s` would belong to the"
                                + " callers above.")
                        .formatted(effect(allows, keys), String.join("` and `", keys));
        var finding = Finding.of("WR0102", second, message);
        return parts.getFirst().tree() instanceof Mapping first
                        && policy.spec().get("rules").tree() instanceof Sequence list
                ? finding.with(merge(policy, list, first, parts))
                : finding;
    }

    private static String effect(boolean allows, List<String> keys) {
        if (!allows) {
            return "is about every caller";
        }
        return keys.contains("when")
                ? "lets in whoever meets its conditions"
                : "lets anyone do this";
    }

    private static Fix merge(MeshObject policy, Sequence list, Mapping first, List<Node> parts) {
        return Fix.of(
                "Merge with the item above",
                policy,
                patch -> {
                    for (var part : parts.subList(1, parts.size())) {
                        part.members().forEach(one -> patch.add(first, one.name(), one.copy()));
                        patch.remove(list, part.index());
                    }
                });
    }
}
