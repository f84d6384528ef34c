package io.windrose.analysis.check.security;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.ObjectCheck;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Policies that allow nothing, unless they are called so.
final class EmptyAllow implements ObjectCheck {
    private static final Pattern MEANT =
            Pattern.compile("deny|nothing|none|nobody|block|forbid|reject|lock");

    @Override
    public Set<String> codes() {
        return Set.of("WR0101");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.AUTHORIZATION_POLICY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject policy, Consumer<Finding> found) {
        if (PolicyNodes.allows(policy)
                && PolicyNodes.rules(policy).isEmpty()
                && !PolicyNodes.onlyCounts(policy)
                && !isMeant(policy)) {
            var rules = policy.spec().get("rules");
            found.accept(
                    Finding.of(
                            "WR0101",
                            rules.exists() ? rules : policy.root().get("metadata", "name"),
                            "This allows nothing, so that every request is denied that no other"
                                    + " policy allows; if that is meant, a name such as"
                                    + " deny-all says so."));
        }
    }

    private static boolean isMeant(MeshObject policy) {
        return MEANT.matcher(policy.name().toLowerCase(Locale.ROOT)).find();
    }
}
