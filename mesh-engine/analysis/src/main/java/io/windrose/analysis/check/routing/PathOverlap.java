package io.windrose.analysis.check.routing;

import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which rules for one host of a gateway want the same paths.
///
/// A gateway asks rules without a match after all others, whatever VirtualService they stand in;
/// these collide with each other alone.
final class PathOverlap {

    /// What a match takes at most.
    ///
    /// @param exact whether nothing longer
    private record Want(MeshObject rule, String path, boolean exact) {}

    private PathOverlap() {}

    /// Those of which the order matters, because another one may want the same request.
    static Set<MeshObject> among(List<MeshObject> rules) {
        var wants = new ArrayList<Want>();
        var rests = new HashSet<MeshObject>();
        for (var rule : Set.copyOf(rules)) {
            for (var route : rule.spec().items("http")) {
                route.items("match").forEach(match -> wants.add(want(rule, match)));
                if (route.items("match").isEmpty()) {
                    rests.add(rule);
                }
            }
            if (!rule.spec().items("tls").isEmpty() || !rule.spec().items("tcp").isEmpty()) {
                wants.add(new Want(rule, "", false));
            }
        }
        var colliding = new HashSet<>(colliding(wants));
        if (rests.size() > 1) {
            colliding.addAll(rests);
        }
        return colliding;
    }

    private static Want want(MeshObject rule, Node match) {
        var uri = match.get("uri");
        boolean folds = match.get("ignoreUriCase").isTrue();
        var exact = uri.text("exact");
        // An expression may take any path.
        return folds
                ? new Want(rule, "", false)
                : new Want(rule, exact + uri.text("prefix"), !exact.isEmpty());
    }

    private static Set<MeshObject> colliding(List<Want> wants) {
        var byPath = new HashMap<String, Set<MeshObject>>();
        var byPrefix = new HashMap<String, Set<MeshObject>>();
        for (var want : wants) {
            add(byPath, want);
            if (!want.exact()) {
                add(byPrefix, want);
            }
        }
        var found = new HashSet<MeshObject>();
        for (var want : wants) {
            collide(want, byPath.get(want.path()), found);
            for (int end = 0; end < want.path().length(); end++) {
                collide(want, byPrefix.get(want.path().substring(0, end)), found);
            }
        }
        return found;
    }

    private static void add(Map<String, Set<MeshObject>> index, Want want) {
        index.computeIfAbsent(want.path(), _ -> new HashSet<>()).add(want.rule());
    }

    private static void collide(
            Want want, @Nullable Set<MeshObject> others, Set<MeshObject> found) {
        if (others != null && (others.size() > 1 || !others.contains(want.rule()))) {
            found.add(want.rule());
            found.addAll(others);
        }
    }
}
