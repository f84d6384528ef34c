package io.windrose.analysis.check.security;

import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import java.util.List;

/// The parts of an AuthorizationPolicy as they are written.
final class PolicyNodes {

    private PolicyNodes() {}

    static List<Node> rules(MeshObject policy) {
        return policy.spec().items("rules");
    }

    static List<Node> sources(MeshObject policy) {
        return rules(policy).stream()
                .flatMap(rule -> rule.items("from").stream())
                .map(from -> from.get("source"))
                .toList();
    }

    static List<Node> operations(MeshObject policy) {
        return rules(policy).stream()
                .flatMap(rule -> rule.items("to").stream())
                .map(to -> to.get("operation"))
                .toList();
    }

    static List<Node> conditions(MeshObject policy) {
        return rules(policy).stream().flatMap(rule -> rule.items("when").stream()).toList();
    }

    /// Whether a dry run is asked for.
    static boolean onlyCounts(MeshObject policy) {
        return policy.annotation("istio.io/dry-run").equals("true");
    }

    /// Absent means `ALLOW`.
    static boolean allows(MeshObject policy) {
        var action = policy.spec().text("action");
        return action.isEmpty() || action.equals("ALLOW");
    }
}
