package io.windrose.analysis.check.routing;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import java.util.Set;
import java.util.function.Consumer;

/// Encryption towards servers whose certificates are not held against a root that the rule names.
final class ServerVerification implements ObjectCheck {
    private static final Set<String> MODES = Set.of("SIMPLE", "MUTUAL");

    @Override
    public Set<String> codes() {
        return Set.of("IST0128", "IST0129");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.DESTINATION_RULE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        var policy = rule.spec().get("trafficPolicy");
        boolean selects = rule.spec().get("workloadSelector").exists();
        check("IST0128", policy.get("tls"), selects, found);
        for (var port : policy.items("portLevelSettings")) {
            check("IST0129", port.get("tls"), selects, found);
        }
    }

    /// @param selects whether the rule is for some workloads alone: a sidecar fetches the secret
    ///   that is named only then
    private static void check(String code, Node tls, boolean selects, Consumer<Finding> found) {
        boolean secret = selects && !tls.text("credentialName").isEmpty();
        if (!MODES.contains(tls.text("mode")) || !tls.text("caCertificates").isEmpty() || secret) {
            return;
        }
        found.accept(
                Finding.of(
                        code,
                        tls.get("mode"),
                        tls.get("insecureSkipVerify").isTrue()
                                ? "With insecureSkipVerify any server passes, whatever its certificate; take it away and name the root that this service uses in caCertificates."
                                : "Without caCertificates, any server passes whose certificate a root of the proxy's image has signed; name the root that this service uses."));
    }
}
