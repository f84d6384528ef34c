package io.windrose.analysis.check.routing;

import io.windrose.analysis.Authorship;
import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Node;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The certificates that gateways show to their clients: that they hold at this time. Where the
/// Secret is not among the objects, or nobody says what time it is, nothing is said.
final class ShownCertificates implements Check {
    private static final String TIME = "WR0222";
    private static final Set<String> SHOWING = Set.of("SIMPLE", "MUTUAL", "OPTIONAL_MUTUAL");

    @Override
    public Set<String> codes() {
        return Set.of(TIME);
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var now = Authorship.now(mesh);
        if (now.isEmpty() || mesh.all(Kinds.SECRET).isEmpty()) {
            return;
        }
        var pods = GatewayPods.of(mesh);
        for (var gateway : mesh.all(Kinds.GATEWAY)) {
            var namespace = pods.of(gateway).stream().findFirst().map(one -> one.namespace());
            for (var server : gateway.spec().items("servers")) {
                var name = server.get("tls", "credentialName");
                namespace
                        .filter(_ -> SHOWING.contains(server.text("tls", "mode")))
                        .flatMap(in -> certificate(mesh, name.text(), in))
                        .flatMap(shown -> time(name, shown, now.orElseThrow()))
                        .ifPresent(found);
            }
        }
    }

    private static Optional<X509Certificate> certificate(
            Mesh mesh, String written, String namespace) {
        int slash = written.indexOf('/');
        var in = slash < 0 ? namespace : written.substring(0, slash);
        return mesh.find(Kinds.SECRET, in, written.substring(slash + 1))
                .flatMap(Credential::certificate);
    }

    private static Optional<Finding> time(Node name, X509Certificate shown, Instant now) {
        var begin = shown.getNotBefore().toInstant();
        var end = shown.getNotAfter().toInstant();
        if (now.isAfter(end)) {
            long days = ChronoUnit.DAYS.between(end, now);
            return Optional.of(
                    Finding.of(
                            TIME,
                            name,
                            "The certificate in this Secret ended on %s, %d days ago: clients refuse the gateway; renew it."
                                    .formatted(end, days)));
        }
        return now.isBefore(begin)
                ? Optional.of(
                        Finding.of(
                                TIME,
                                name,
                                "The certificate in this Secret does not hold before %s: clients refuse the gateway until then."
                                        .formatted(begin)))
                : Optional.empty();
    }
}
