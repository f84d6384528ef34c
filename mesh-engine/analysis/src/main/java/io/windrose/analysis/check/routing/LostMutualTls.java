package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Node;
import io.windrose.analysis.check.routing.RulesByHost.Entry;
import io.windrose.kernel.Severity;
import io.windrose.registry.ShortName;
import java.util.Set;
import java.util.function.Consumer;

/// Rules that say nothing of encryption below a wider one that does: of the two only they count.
final class LostMutualTls implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("KIA0204");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var rules = RulesByHost.of(mesh);
        var wide = rules.wildcards().stream().filter(LostMutualTls::isWide).toList();
        for (var entry : rules.all()) {
            if (!saysTls(entry.rule().spec().get("trafficPolicy"))) {
                wide.stream()
                        .filter(other -> !other.rule().isSameAs(entry.rule()))
                        .filter(other -> other.host().covers(entry.host()))
                        .filter(other -> Names.meet(entry.exportTo(), other.exportTo()))
                        .findFirst()
                        .ifPresent(other -> found.accept(finding(mesh, entry, other)));
            }
        }
    }

    /// Whether it asks for mutual TLS to the whole mesh or to a whole namespace.
    static boolean isWide(Entry entry) {
        var host = entry.host().value();
        boolean all =
                host.equals("*.local")
                        || (host.startsWith("*.") && host.endsWith("." + ShortName.SERVICE_DOMAIN));
        return all
                && entry.rule().spec().text("trafficPolicy", "tls", "mode").equals("ISTIO_MUTUAL");
    }

    private static boolean saysTls(Node policy) {
        return policy.get("tls").exists()
                || policy.items("portLevelSettings").stream()
                        .anyMatch(port -> port.get("tls").exists());
    }

    private static Finding finding(Mesh mesh, Entry entry, Entry wide) {
        // With automatic mutual TLS Kiali's rule is too strict: servers with a proxy still get it.
        boolean automatic = mesh.settings().mesh().enableAutoMtls();
        var policy = entry.rule().spec().get("trafficPolicy");
        var message =
                "%s sets mutual TLS for %s, and this rule, which replaces it for its host, does not%s."
                        .formatted(
                                wide.rule().label(),
                                wide.host(),
                                automatic
                                        ? "; it is used where the server has a proxy"
                                        : ", so its calls are plain text");
        var finding =
                Finding.of("KIA0204", policy.exists() ? policy : entry.rule().spec(), message)
                        .at(automatic ? Severity.INFO : Severity.WARNING);
        var tls = Edits.fields(Edits.entry("mode", "ISTIO_MUTUAL"));
        return finding.with(
                policy.exists()
                        ? Edits.add("Add tls mode ISTIO_MUTUAL", policy, "tls", tls)
                        : Edits.add(
                                "Add tls mode ISTIO_MUTUAL",
                                entry.rule().spec(),
                                "trafficPolicy",
                                Edits.field("tls", tls)));
    }
}
