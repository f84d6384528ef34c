package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Certificates that gateways serve with: that their Secrets are there, and hold what they must.
final class GatewayCredentials implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("IST0101", "IST0161");
    }

    @Override
    public Set<String> reads() {
        var kinds = new HashSet<>(Routing.WORKLOADS);
        kinds.addAll(Set.of(Kinds.GATEWAY, Kinds.SECRET));
        return kinds;
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        // Who keeps no Secret among the files misses none.
        if (mesh.all(Kinds.GATEWAY).isEmpty() || mesh.all(Kinds.SECRET).isEmpty()) {
            return;
        }
        var pods = new GatewayPods(mesh);
        for (var gateway : mesh.all(Kinds.GATEWAY)) {
            pods.of(gateway).stream()
                    .findFirst()
                    .ifPresent(pod -> {
                        for (var server : gateway.spec().items("servers")) {
                            var name = server.get("tls", "credentialName");
                            check(mesh, name, pod.namespace(), found);
                        }
                    });
        }
    }

    /// @param namespace of the workload, which is where it looks for Secrets
    private static void check(Mesh mesh, Node name, String namespace, Consumer<Finding> found) {
        var written = name.text();
        if (written.isEmpty() || written.contains("://")) {
            return;
        }
        int slash = written.indexOf('/');
        var where = slash < 0 ? namespace : written.substring(0, slash);
        var secret = mesh.find(Kinds.SECRET, where, written.substring(slash + 1));
        if (secret.isEmpty()) {
            found.accept(missing(mesh, name, where));
            return;
        }
        Credential.problem(secret.get())
                .ifPresent(problem ->
                        found.accept(
                                Finding.of(
                                        "IST0161",
                                        name,
                                        "Secret %s/%s %s, so this server cannot be reached."
                                                .formatted(where, secret.get().name(), problem))));
    }

    private static Finding missing(Mesh mesh, Node name, String namespace) {
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
