package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.kernel.Hostname;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Certificates that gateways serve with: that their Secrets are there, and hold what they must.
/// That one is for other hosts is told from its names alone: no test holds it against a handshake.
final class GatewayCredentials implements Check {

    /// Kinds of which each object makes a Secret, and the field with its name; without it, it has
    /// the name of the object.
    private static final Map<String, String[]> MAKERS =
            Map.of(
                    "bitnami.com/SealedSecret", new String[] {"template", "metadata", "name"},
                    "cert-manager.io/Certificate", new String[] {"secretName"},
                    "external-secrets.io/ExternalSecret", new String[] {"target", "name"});

    @Override
    public Set<String> codes() {
        return Set.of("IST0101", "IST0161", "WR0217");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        // Who keeps no certificate among the files misses none.
        if (mesh.all(Kinds.GATEWAY).isEmpty()
                || mesh.all(Kinds.SECRET).stream().noneMatch(Credential::isMeant)) {
            return;
        }
        var pods = GatewayPods.of(mesh);
        for (var gateway : mesh.all(Kinds.GATEWAY)) {
            pods.of(gateway).stream()
                    .findFirst()
                    .ifPresent(pod -> {
                        for (var server : gateway.spec().items("servers")) {
                            var tls = server.get("tls");
                            check(mesh, server, tls.get("credentialName"), pod.namespace(), found)
                                    .ifPresent(secret -> hosts(secret, server, found));
                            tls.items("credentialNames")
                                    .forEach(name ->
                                            check(mesh, server, name, pod.namespace(), found));
                        }
                    });
        }
    }

    /// @param namespace of the workload, which is where it looks for Secrets
    /// @return the Secret, where nothing is wrong with it
    private static Optional<MeshObject> check(
            Mesh mesh, Node server, Node name, String namespace, Consumer<Finding> found) {
        var written = name.text();
        if (written.isEmpty() || written.contains("://")) {
            return Optional.empty();
        }
        int slash = written.indexOf('/');
        var where = slash < 0 ? namespace : written.substring(0, slash);
        var secret = mesh.find(Kinds.SECRET, where, written.substring(slash + 1));
        if (secret.isEmpty()) {
            if (!isMade(mesh, where, written.substring(slash + 1))) {
                found.accept(missing(mesh, server, name, where));
            }
            return Optional.empty();
        }
        var problem = Credential.problem(secret.get());
        problem.ifPresent(what ->
                found.accept(
                        Finding.of(
                                "IST0161",
                                name,
                                "Secret %s/%s %s, so this server cannot be reached."
                                        .formatted(where, secret.get().name(), what))));
        return problem.isEmpty() ? secret : Optional.empty();
    }

    private static void hosts(MeshObject secret, Node server, Consumer<Finding> found) {
        for (var host : server.items("hosts")) {
            if (!isFor(secret, host)) {
                found.accept(
                        Finding.of(
                                "WR0217",
                                host,
                                "The certificate in %s is for %s and not for %s, so clients refuse it."
                                        .formatted(
                                                secret.label(),
                                                String.join(", ", Credential.hosts(secret)),
                                                ServerHost.of(host).host())));
            }
        }
    }

    /// Whether a certificate is for a host of a server; one that names none, and `*`, say nothing.
    private static boolean isFor(MeshObject secret, Node host) {
        var names = Credential.hosts(secret);
        var served = ServerHost.of(host).host();
        return names.isEmpty()
                || served.value().equals("*")
                || names.stream().anyMatch(name -> isFor(name, served));
    }

    /// The wildcard of a certificate stands for one label.
    private static boolean isFor(String name, Hostname host) {
        var text = host.value();
        return name.equals(text)
                || (name.startsWith("*.")
                        && text.indexOf('.') > 0
                        && text.substring(text.indexOf('.')).equals(name.substring(1)));
    }

    /// Whether an operator makes the Secret out of an object that is written here.
    private static boolean isMade(Mesh mesh, String namespace, String name) {
        return MAKERS.entrySet().stream()
                .flatMap(maker ->
                        mesh.all(maker.getKey()).stream()
                                .filter(one -> one.namespace().equals(namespace))
                                .map(one -> {
                                    var made = one.spec().text(maker.getValue());
                                    return made.isEmpty() ? one.name() : made;
                                }))
                .anyMatch(name::equals);
    }

    private static Finding missing(Mesh mesh, Node server, Node name, String namespace) {
        var elsewhere = elsewhere(mesh, name.text());
        var finding =
                Finding.of(
                        "IST0101",
                        name,
                        "There is no Secret %s in namespace %s, where the gateway's workload runs%s."
                                .formatted(
                                        name.text(),
                                        namespace,
                                        elsewhere
                                                .map(one -> "; there is one in " + one.namespace())
                                                .orElse("")));
        var names =
                mesh.all(Kinds.SECRET).stream()
                        .filter(secret -> secret.namespace().equals(namespace))
                        .filter(secret -> Credential.problem(secret).isEmpty())
                        .filter(secret ->
                                server.items("hosts").stream()
                                        .allMatch(host -> isFor(secret, host)))
                        .map(MeshObject::name)
                        .toList();
        return Edits.nearest(name, names).map(finding::with).orElse(finding);
    }

    private static Optional<MeshObject> elsewhere(Mesh mesh, String name) {
        return mesh.all(Kinds.SECRET).stream()
                .filter(secret -> secret.name().equals(name))
                .findFirst();
    }
}
