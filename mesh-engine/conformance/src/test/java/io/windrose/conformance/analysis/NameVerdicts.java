package io.windrose.conformance.analysis;

import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.kernel.Selector;
import java.util.List;
import java.util.regex.Pattern;

/// The findings that nobody's name is known, and whom the sidecars can tell.
final class NameVerdicts {
    private static final Pattern NAMES =
            Pattern.compile(
                    "\\b(notP|p)rincipals|\\b(notN|n)amespaces|\\b(notS|s)erviceAccounts"
                            + "|source.(namespace|principal)");
    private static final List<Integer> PORTS = List.of(8080, 9090);

    private NameVerdicts() {}

    /// @param contradictions are added here
    static void compare(Said said, Mesh mesh, List<Guard> guards, List<String> contradictions) {
        for (var policy : mesh.all(Kinds.AUTHORIZATION_POLICY)) {
            var selector = Selector.of(policy.spec().words("selector", "matchLabels"));
            var own = guards.stream().filter(guard -> guard.isSelected(selector)).toList();
            boolean isClaimed =
                    said.with("KIA0105").stream()
                            .anyMatch(one -> policy.label().equals(one.place().resource()));
            boolean known =
                    own.stream().anyMatch(guard -> PORTS.stream().anyMatch(guard::knowsCallers));
            if (isClaimed && known) {
                contradictions.add(policy.label() + " may know its callers");
            }
            // one for all namespaces is for Pods that there might be elsewhere, too
            if (!isClaimed && !known && !own.isEmpty() && asks(policy) && isOfShop(policy)) {
                contradictions.add(policy.label() + " knows nobody, unseen");
            }
        }
    }

    private static boolean asks(MeshObject policy) {
        return NAMES.matcher(policy.spec().copy().toString()).find();
    }

    private static boolean isOfShop(MeshObject policy) {
        return policy.namespace().equals("shop");
    }
}
