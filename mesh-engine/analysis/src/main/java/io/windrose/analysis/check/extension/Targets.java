package io.windrose.analysis.check.extension;

import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.kernel.Selector;

/// Whom an object with `selector` or `targetRefs` is for.
///
/// @param at `spec.selector.matchLabels`
/// @param targeted whether it names its targets, and so needs no selector
record Targets(Node at, Selector selector, boolean targeted) {

    static Targets of(MeshObject object) {
        var spec = object.spec();
        return new Targets(
                spec.get("selector", "matchLabels"),
                Selector.of(spec.words("selector", "matchLabels")),
                spec.get("targetRef").exists() || !spec.items("targetRefs").isEmpty());
    }

    /// Whether it is for all of its namespace or mesh.
    boolean isWide() {
        return !targeted && selector.selectsAll();
    }

    boolean selects() {
        return !targeted && !selector.selectsAll();
    }
}
