package io.windrose.analysis.check.extension;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.patch.Value.Text;
import io.windrose.config.patch.Value.Whole;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Sequence;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Patches of EnvoyFilters: that their operation is one for what they patch, and that what they
/// build upon is there by then.
///
/// @see <a href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/">Istio:
///   EnvoyFilter</a>
final class PatchOperations implements ObjectCheck {
    private static final Set<String> ROUTES = Set.of("ROUTE_CONFIGURATION", "HTTP_ROUTE");
    private static final Set<String> REPLACEABLE =
            Set.of("NETWORK_FILTER", "HTTP_FILTER", "VIRTUAL_HOST");
    private static final Set<String> RELATIVE =
            Set.of("REMOVE", "REPLACE", "INSERT_BEFORE", "INSERT_AFTER");
    private static final int PRIORITY = 10;

    @Override
    public Set<String> codes() {
        return Set.of("IST0151", "IST0152", "IST0153", "IST0154", "IST0155");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.ENVOY_FILTER);
    }

    @Override
    public void ask(Mesh mesh, MeshObject filter, Consumer<Finding> found) {
        boolean ordered = filter.spec().get("priority").whole(0) != 0;
        var ofVersions = new HashSet<String>();
        for (var patch : filter.spec().items("configPatches")) {
            check(filter, patch, ordered, ofVersions, found);
            if (patch.get("match", "proxy", "proxyVersion").exists()) {
                ofVersions.add(name(patch));
            }
        }
    }

    private static void check(
            MeshObject filter,
            Node patch,
            boolean ordered,
            Set<String> ofVersions,
            Consumer<Finding> found) {
        var target = patch.text("applyTo");
        var operation = patch.get("patch", "operation");
        boolean route = ROUTES.contains(target);
        var word = operation.text();
        if (word.equals("REPLACE") && !REPLACEABLE.contains(target)) {
            found.accept(replace(operation, target));
        } else if (word.equals("ADD") && route) {
            found.accept(add(operation, target));
        } else if (word.equals("REMOVE") && route) {
            found.accept(remove(filter, patch, target));
        } else if (!ordered && RELATIVE.contains(word)) {
            found.accept(relative(filter, operation, ofVersions.contains(name(patch))));
        }
    }

    /// Of what it writes, or else of what it looks for.
    private static String name(Node patch) {
        var written = patch.text("patch", "value", "name");
        var filter = patch.get("match", "listener", "filterChain", "filter");
        return written.isEmpty()
                ? filter.text("name") + "/" + filter.text("subFilter", "name")
                : written;
    }

    private static Finding replace(Node operation, String target) {
        return Finding.of(
                        "IST0152",
                        operation,
                        ("REPLACE is ignored for a %s; it is for NETWORK_FILTER, HTTP_FILTER"
                                        + " and VIRTUAL_HOST, and MERGE is for all.")
                                .formatted(target))
                .with(change(operation, "MERGE"));
    }

    private static Finding add(Node operation, String target) {
        return Finding.of(
                        "IST0153",
                        operation,
                        "ADD is ignored for a %s; write MERGE to change one%s."
                                .formatted(
                                        target,
                                        target.equals("HTTP_ROUTE")
                                                ? " and INSERT_FIRST to add one"
                                                : ""))
                .with(change(operation, target.equals("HTTP_ROUTE") ? "INSERT_FIRST" : "MERGE"));
    }

    private static Finding remove(MeshObject filter, Node patch, String target) {
        var finding =
                Finding.of(
                        "IST0154",
                        patch.get("patch", "operation"),
                        "REMOVE is ignored for a %s; patch the VIRTUAL_HOST around it."
                                .formatted(target));
        return filter.spec().get("configPatches").tree() instanceof Sequence all
                        && all.items().size() > 1
                ? finding.with(
                        Fix.of(
                                "Remove the patch",
                                filter,
                                builder -> builder.remove(all, patch.index())))
                : finding;
    }

    private static Finding relative(MeshObject filter, Node operation, boolean afterOther) {
        var finding =
                Finding.of(
                        afterOther ? "IST0155" : "IST0151",
                        operation,
                        ("%s builds on what %s, and without a priority EnvoyFilters come in the"
                                        + " order in which they were made; give this one a priority.")
                                .formatted(
                                        operation.text(),
                                        afterOther
                                                ? "a patch for some versions of the proxy leaves"
                                                : "others leave"));
        var spec = filter.spec();
        var priority = spec.get("priority");
        return spec.tree() instanceof Mapping mapping
                ? finding.with(
                        Fix.of(
                                "Set priority to " + PRIORITY,
                                filter,
                                patch -> {
                                    if (priority.exists()) {
                                        patch.set(priority.tree(), new Whole(PRIORITY));
                                    } else {
                                        patch.add(mapping, "priority", new Whole(PRIORITY));
                                    }
                                }))
                : finding;
    }

    private static Fix change(Node operation, String to) {
        return Fix.of(
                "Change to " + to,
                operation.object(),
                patch -> patch.set(operation.tree(), new Text(to)));
    }
}
