package io.windrose.analysis.check.routing;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.patch.Value;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// TCP ports of ServiceEntries that have no addresses: they take what is for other hosts.
final class EntryAddresses implements ObjectCheck {
    /// What a port without a protocol most likely speaks.
    private static final Map<Integer, String> USUAL = Map.of(80, "HTTP", 443, "TLS");

    @Override
    public Set<String> codes() {
        return Set.of("IST0134");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.SERVICE_ENTRY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject entry, Consumer<Finding> found) {
        if (allocates(mesh.settings().config().root().get("defaultConfig", "proxyMetadata"))) {
            return;
        }
        boolean addressed =
                !entry.spec().items("addresses").isEmpty()
                        || !entry.root().get("status").items("addresses").isEmpty();
        if (!addressed) {
            entry.spec().items("ports").forEach(port -> check(port, found));
        }
    }

    /// Whether proxies give addresses of their own to hosts without one.
    private static boolean allocates(Node metadata) {
        return metadata.text("ISTIO_META_DNS_CAPTURE").equals("true")
                && (metadata.text("ISTIO_META_DNS_AUTO_ALLOCATE").equals("true")
                        || metadata.text("PILOT_ENABLE_IP_AUTOALLOCATE").equals("true"));
    }

    private static void check(Node port, Consumer<Finding> found) {
        var protocol = port.get("protocol");
        if (!protocol.text().isEmpty() && !protocol.text().equalsIgnoreCase("TCP")) {
            return;
        }
        var finding =
                Finding.of(
                        "IST0134",
                        protocol.text().isEmpty() ? port : protocol,
                        "A TCP port has no host to tell by, so without addresses this takes all traffic to port %s; give the entry addresses or the port its protocol."
                                .formatted(port.text("number")));
        var usual = USUAL.get(port.get("number").whole(0));
        found.accept(
                usual == null || protocol.exists()
                        ? finding
                        : finding.with(
                                Edits.add(
                                        "Add protocol " + usual,
                                        port,
                                        "protocol",
                                        new Value.Text(usual))));
    }
}
