package io.windrose.analysis.check.workload;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.config.patch.Value;
import io.windrose.config.patch.Value.Fields;
import io.windrose.config.patch.Value.Items;
import io.windrose.config.patch.Value.Text;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The control plane, which fetches the keys that RequestAuthentications name: that it does not
/// fetch from wherever their authors like.
final class JwksFetches implements Check {
    private static final String BLOCKED = "BLOCKED_CIDRS_IN_JWKS_URIS";

    /// Where clouds tell a machine its secrets.
    private static final String LINK_LOCAL = "169.254.0.0/16";

    @Override
    public Set<String> codes() {
        return Set.of("IST0175");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var fetching =
                mesh.all(Kinds.REQUEST_AUTHENTICATION).stream()
                        .filter(JwksFetches::fetches)
                        .toList();
        if (fetching.isEmpty()) {
            return;
        }
        for (var deployment : mesh.all(Kinds.DEPLOYMENT)) {
            if (deployment.labels().get("app").filter("istiod"::equals).isPresent()) {
                var containers = deployment.spec().get("template", "spec").items("containers");
                if (containers.stream().noneMatch(JwksFetches::blocks)) {
                    found.accept(finding(deployment, containers, fetching));
                }
            }
        }
    }

    /// Keys that stand in the object are not fetched.
    private static boolean fetches(MeshObject object) {
        return object.spec().items("jwtRules").stream().anyMatch(one -> one.text("jwks").isEmpty());
    }

    private static boolean blocks(Node container) {
        return container.items("env").stream()
                .anyMatch(one ->
                        one.text("name").equals(BLOCKED)
                                && (!one.text("value").isEmpty() || one.get("valueFrom").exists()));
    }

    private static Finding finding(
            MeshObject deployment, List<Node> containers, List<MeshObject> fetching) {
        var first = containers.stream().findFirst().orElse(deployment.spec());
        var finding =
                Finding.of(
                        "IST0175",
                        first.get("env"),
                        ("istiod fetches keys from any address that a RequestAuthentication"
                                        + " names (%s), those inside of the cluster and of the cloud's metadata"
                                        + " too; list blocks of addresses in %s that it must not ask.")
                                .formatted(some(fetching), BLOCKED));
        return first.tree() instanceof Mapping mapping && !containers.isEmpty()
                ? finding.with(fix(first, mapping))
                : finding;
    }

    private static Fix fix(Node container, Mapping mapping) {
        var variable = new LinkedHashMap<String, Value>();
        variable.put("name", new Text(BLOCKED));
        variable.put("value", new Text(LINK_LOCAL));
        return Fix.of(
                "Block " + LINK_LOCAL,
                container.object(),
                patch -> {
                    if (container.get("env").tree() instanceof Sequence list) {
                        patch.append(list, new Fields(variable));
                    } else {
                        patch.add(mapping, "env", new Items(List.of(new Fields(variable))));
                    }
                });
    }

    private static String some(List<MeshObject> all) {
        var first = all.getFirst().namespace() + "/" + all.getFirst().name();
        return all.size() == 1 ? first : "%s and %d more".formatted(first, all.size() - 1);
    }
}
