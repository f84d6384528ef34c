package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.patch.Value;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Sequence;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Providers in one item of a list and what they are for in the next: a dash too many.
final class SplitItems extends Pitfall implements ObjectCheck {
    private static final String PROVIDERS = "providers";

    SplitItems() {
        super("WR0302");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.TELEMETRY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject telemetry, Consumer<Finding> found) {
        for (var list : List.of("tracing", "metrics", "accessLogging")) {
            var items = telemetry.spec().items(list);
            for (int i = 1; i < items.size(); i++) {
                var before = items.get(i - 1);
                var item = items.get(i);
                boolean providersAlone =
                        before.members().size() == 1 && before.get(PROVIDERS).exists();
                if (providersAlone && !item.get(PROVIDERS).exists()) {
                    found.accept(finding(telemetry.spec().get(list), before, item));
                }
            }
        }
    }

    private Finding finding(Node list, Node before, Node item) {
        var names =
                before.items(PROVIDERS).stream().map(provider -> provider.text("name")).toList();
        var finding =
                Finding.of(
                        code(),
                        item,
                        "This is an item of its own and does not hold for %s in the item before; drop the dash if one item was meant."
                                .formatted(String.join(", ", names)));
        return list.tree() instanceof Sequence sequence && item.index() > 0
                ? finding.with(merge(list, sequence, before, item))
                : finding;
    }

    private static Fix merge(Node list, Sequence sequence, Node before, Node item) {
        return Fix.of(
                "Make one item of the two",
                list.object(),
                patch -> {
                    if (before.tree() instanceof Mapping mapping) {
                        item.members()
                                .forEach(member ->
                                        patch.add(mapping, member.name(), Value.of(member.tree())));
                        patch.remove(sequence, item.index());
                    }
                });
    }
}
