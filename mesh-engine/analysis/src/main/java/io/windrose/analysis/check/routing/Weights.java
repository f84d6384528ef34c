package io.windrose.analysis.check.routing;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.patch.Value;
import io.windrose.config.tree.ConfigTree.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Weights without effect, and destinations that stand twice in one split.
final class Weights implements ObjectCheck {
    private static final int ALL = 100;

    @Override
    public Set<String> codes() {
        return Set.of("KIA1104", "KIA1105");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        for (var protocol : List.of("http", "tls", "tcp")) {
            rule.spec().items(protocol).forEach(one -> check(one.get("route"), found));
        }
    }

    private static void check(Node split, Consumer<Finding> found) {
        var routes = split.items();
        if (routes.size() == 1) {
            single(routes.getFirst(), found);
        }
        // Istio takes what Kiali does not compare, ports and headers, for a difference.
        var before = new HashMap<Object, Node>();
        for (var route : routes) {
            var earlier = before.putIfAbsent(valueWithoutWeight(route), route);
            if (earlier != null && !route.text("destination", "host").isEmpty()) {
                found.accept(repeated(split, earlier, route));
            }
        }
    }

    private static Object valueWithoutWeight(Node route) {
        var value = new HashMap<String, Object>();
        route.members().stream()
                .filter(member -> !member.name().equals("weight"))
                .forEach(member -> value.put(member.name(), member.value()));
        return value;
    }

    private static void single(Node route, Consumer<Finding> found) {
        var weight = route.get("weight");
        int share = weight.whole(0);
        if (share > 0 && share < ALL) {
            found.accept(
                    Finding.of(
                                    "KIA1104",
                                    weight,
                                    "This is the only destination, so it gets everything and not %d of 100."
                                            .formatted(share))
                            .with(Edits.remove("Remove the weight", route, "weight"))
                            .with(Edits.change(weight, ALL)));
        }
    }

    private static Finding repeated(Node split, Node earlier, Node route) {
        var subset = route.text("destination", "subset");
        var host = route.text("destination", "host");
        var finding =
                Finding.of(
                        "KIA1105",
                        route,
                        "%s%s stands in this route twice; their weights add up."
                                .formatted(host, subset.isEmpty() ? "" : " subset " + subset));
        var weight = earlier.get("weight");
        int sum = weight.whole(0) + route.get("weight").whole(0);
        if (!weight.exists()) {
            return finding;
        }
        return finding.with(
                Fix.of(
                        "Keep one with weight " + sum,
                        split.object(),
                        patch -> {
                            patch.set(weight.tree(), new Value.Whole(sum));
                            patch.remove((Sequence) split.tree(), route.index());
                        }));
    }
}
