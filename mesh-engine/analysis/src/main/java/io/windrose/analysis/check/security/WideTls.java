package io.windrose.analysis.check.security;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// DestinationRules and PeerAuthentications for a whole namespace or mesh: that clients and servers
/// are told the same.
final class WideTls implements Check {
    private static final String DISABLE = "DISABLE";
    private static final String STRICT = "STRICT";
    private static final String ISTIO_MUTUAL = "ISTIO_MUTUAL";

    @Override
    public Set<String> codes() {
        return Set.of(
                "KIA0205", "KIA0206", "KIA0207", "KIA0208", "KIA0401", "KIA0501", "KIA0505",
                "KIA0506");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var wide = new Wide(mesh);
        for (var rule : mesh.all(Kinds.DESTINATION_RULE)) {
            var host = rule.spec().text("host");
            if (host.equals(Wide.MESH)) {
                meshRule(mesh, wide, rule).ifPresent(found);
            } else {
                Wide.namespace(host)
                        .flatMap(namespace -> namespaceRule(mesh, wide, rule, namespace))
                        .ifPresent(found);
            }
        }
        for (var peers : mesh.all(Kinds.PEER_AUTHENTICATION)) {
            if (Scope.of(peers).selectsAll()) {
                (Scope.isRoot(mesh, peers)
                                ? meshPeers(mesh, wide, peers)
                                : namespacePeers(mesh, wide, peers))
                        .ifPresent(found);
            }
        }
    }

    private static Optional<Finding> meshRule(Mesh mesh, Wide wide, MeshObject rule) {
        var mode = clientMode(rule);
        var peers = wide.peers(mesh.rootNamespace());
        if (mode.text().equals(ISTIO_MUTUAL) && !isAutomatic(mesh) && !Wide.takesTls(peers)) {
            return Optional.of(
                    Finding.of(
                                    "KIA0205",
                                    mode,
                                    "Clients of the whole mesh use mutual TLS here, but automatic"
                                            + " mTLS is off and no PeerAuthentication of the mesh"
                                            + " is STRICT or PERMISSIVE.")
                            .with(tellServers(rule, mesh.rootNamespace())));
        }
        return mode.text().equals(DISABLE) && peers.equals(STRICT)
                ? Optional.of(plainText("KIA0208", mode, "mesh"))
                : Optional.empty();
    }

    private static Optional<Finding> namespaceRule(
            Mesh mesh, Wide wide, MeshObject rule, String namespace) {
        var mode = clientMode(rule);
        var own = wide.peers(namespace);
        var all = wide.peers(mesh.rootNamespace());
        if (mode.text().equals(ISTIO_MUTUAL)
                && !isAutomatic(mesh)
                && !Wide.takesTls(own)
                && !Wide.takesTls(all)) {
            return Optional.of(
                    Finding.of(
                                    "KIA0206",
                                    mode,
                                    "Clients of namespace %s use mutual TLS here, but automatic mTLS is off"
                                                    .formatted(namespace)
                                            + " and no PeerAuthentication is STRICT or PERMISSIVE.")
                            .with(tellServers(rule, namespace)));
        }
        if (!mode.text().equals(DISABLE)) {
            return Optional.empty();
        }
        if (own.equals(STRICT)) {
            return Optional.of(plainText("KIA0207", mode, "namespace " + namespace));
        }
        // what the namespace says itself beats the mesh; Kiali counts only DISABLE as that
        return all.equals(STRICT) && (own.isEmpty() || own.equals("UNSET"))
                ? Optional.of(plainText("KIA0208", mode, "mesh"))
                : Optional.empty();
    }

    private static Fix tellServers(MeshObject rule, String namespace) {
        return Fix.of(
                "Add a PeerAuthentication with PERMISSIVE",
                rule,
                patch -> patch.addDocument(Documents.permissive(namespace, "mutual-tls")));
    }

    private static Finding plainText(String code, Node mode, String where) {
        return Finding.of(
                        code,
                        mode,
                        ("Clients use plain text here and the PeerAuthentication of the %s takes"
                                        + " nothing but mutual TLS, so calls fail where no"
                                        + " narrower object says otherwise.")
                                .formatted(where))
                .with(SourceNamespaces.change(mode, ISTIO_MUTUAL));
    }

    private static Optional<Finding> meshPeers(Mesh mesh, Wide wide, MeshObject peers) {
        var mode = peers.spec().get("mtls", "mode");
        var clients = wide.clients(Wide.MESH);
        if (mode.text().equals(STRICT) && !isAutomatic(mesh) && !Wide.usesTls(clients)) {
            return Optional.of(untold("KIA0401", mode, "*.local", mesh.rootNamespace(), "mesh"));
        }
        return mode.text().equals(DISABLE) && Wide.usesTls(clients)
                ? Optional.of(refused("KIA0506", mode, "mesh"))
                : Optional.empty();
    }

    private static Optional<Finding> namespacePeers(Mesh mesh, Wide wide, MeshObject peers) {
        var mode = peers.spec().get("mtls", "mode");
        var namespace = peers.namespace();
        var own = wide.clients(Wide.host(namespace));
        var all = wide.clients(Wide.MESH);
        if (mode.text().equals(STRICT)
                && !isAutomatic(mesh)
                && !Wide.usesTls(own)
                && !Wide.usesTls(all)) {
            return Optional.of(
                    untold(
                            "KIA0501",
                            mode,
                            Wide.host(namespace),
                            namespace,
                            "namespace " + namespace));
        }
        boolean clientsUseTls = Wide.usesTls(own) || (Wide.usesTls(all) && !own.equals(DISABLE));
        return mode.text().equals(DISABLE) && clientsUseTls
                ? Optional.of(refused("KIA0505", mode, "namespace " + namespace))
                : Optional.empty();
    }

    private static Finding refused(String code, Node mode, String where) {
        return Finding.of(
                        code,
                        mode,
                        ("Servers of the %s take plain text alone, but a DestinationRule tells"
                                        + " clients to use mutual TLS.")
                                .formatted(where))
                .with(SourceNamespaces.change(mode, "PERMISSIVE"));
    }

    private static Finding untold(
            String code, Node mode, String host, String namespace, String where) {
        return Finding.of(
                        code,
                        mode,
                        ("Servers of the %s take mutual TLS alone, but automatic mTLS is off and no"
                                        + " DestinationRule for %s tells clients to use it.")
                                .formatted(where, host))
                .with(
                        Fix.of(
                                "Add a DestinationRule with ISTIO_MUTUAL",
                                mode.object(),
                                patch ->
                                        patch.addDocument(
                                                Documents.mutualTls(
                                                        namespace, "mutual-tls", host))));
    }

    private static Node clientMode(MeshObject rule) {
        return rule.spec().get("trafficPolicy", "tls", "mode");
    }

    private static boolean isAutomatic(Mesh mesh) {
        return mesh.settings().mesh().enableAutoMtls();
    }

    /// What is said for all of a namespace or mesh. Of several objects the first that says anything
    /// counts, as with Kiali.
    private static final class Wide {
        static final String MESH = "*.local";
        private static final String SUFFIX = ".svc.cluster.local";
        private final Map<String, String> peers = new HashMap<>();
        private final Map<String, String> clients = new HashMap<>();

        Wide(Mesh mesh) {
            for (var one : mesh.all(Kinds.PEER_AUTHENTICATION)) {
                var mode = one.spec().text("mtls", "mode");
                if (Scope.of(one).selectsAll() && !mode.isEmpty()) {
                    peers.putIfAbsent(one.namespace(), mode);
                }
            }
            for (var one : mesh.all(Kinds.DESTINATION_RULE)) {
                var mode = clientMode(one).text();
                if (!mode.isEmpty()) {
                    clients.putIfAbsent(one.spec().text("host"), mode);
                }
            }
        }

        static String host(String namespace) {
            return "*." + namespace + SUFFIX;
        }

        static Optional<String> namespace(String host) {
            if (!host.startsWith("*.") || !host.endsWith(SUFFIX)) {
                return Optional.empty();
            }
            var namespace = host.substring(2, host.length() - SUFFIX.length());
            return namespace.contains(".") ? Optional.empty() : Optional.of(namespace);
        }

        /// Empty where nothing is said.
        String peers(String namespace) {
            return peers.getOrDefault(namespace, "");
        }

        /// Empty where nothing is said.
        String clients(String host) {
            return clients.getOrDefault(host, "");
        }

        static boolean takesTls(String mode) {
            return mode.equals(STRICT) || mode.equals("PERMISSIVE");
        }

        static boolean usesTls(String mode) {
            return mode.equals(ISTIO_MUTUAL) || mode.equals("MUTUAL");
        }
    }
}
