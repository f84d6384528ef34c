package io.windrose.conformance.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.conformance.mtls.Addresses;
import io.windrose.conformance.mtls.Metrics;
import io.windrose.conformance.mtls.TwoWorkloads;
import io.windrose.conformance.mtls.TwoWorkloads.Setting;
import io.windrose.conformance.peer.Backend;
import io.windrose.conformance.peer.PlainClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stock Envoy and our proxy under one control plane of ours, with strict mutual TLS between
/// them.
final class EnvoyBesideOursTest {
    private static final String HOST = "called.default.svc.cluster.local:" + Addresses.PORT;
    private static final String CALLER = "spiffe://cluster.local/ns/default/sa/caller";
    private static final String CALLED = "spiffe://cluster.local/ns/default/sa/called";

    @TempDir private Path folder;

    @Test
    void envoyCallsOurs() throws Exception {
        try (var app = Backend.start("app", Duration.ZERO);
                var mesh = TwoWorkloads.start(Setting.of("STRICT"));
                var secrets =
                        SecretService.start(mesh.authority(), TwoWorkloads.identity("caller"))) {
            var called = mesh.ours("called", app.port());
            try (var envoy = StockEnvoy.start(folder, bootstrap(mesh, "caller", 1, secrets))) {
                envoy.awaitReady();

                var answer = PlainClient.get(mesh.addresses().callerOutbound(), HOST, "/");

                assertThatBothAreKnown(answer);
                assertThatBothAreCounted(Metrics.of(called));
            }
        }
    }

    @Test
    void oursCallsEnvoy() throws Exception {
        try (var app = Backend.start("app", Duration.ZERO);
                var mesh = TwoWorkloads.start(Setting.of("STRICT"));
                var secrets =
                        SecretService.start(mesh.authority(), TwoWorkloads.identity("called"));
                var envoy =
                        StockEnvoy.start(folder, bootstrap(mesh, "called", app.port(), secrets))) {
            envoy.awaitReady();
            var caller = mesh.ours("caller", app.port());

            var answer = PlainClient.get(mesh.addresses().callerOutbound(), HOST, "/");

            assertThatBothAreKnown(answer);
            assertThatBothAreCounted(Metrics.of(caller));
        }
    }

    /// The application sees who called whom in `x-forwarded-client-cert`.
    private static void assertThatBothAreKnown(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("x-forwarded-client-cert: By=" + CALLED + ";")
                .contains("URI=" + CALLER);
    }

    private static void assertThatBothAreCounted(Metrics metrics) {
        assertThat(metrics.values("source_principal")).containsExactly(CALLER);
        assertThat(metrics.values("destination_principal")).containsExactly(CALLED);
        assertThat(metrics.values("response_code")).containsExactly("200");
    }

    private static String bootstrap(
            TwoWorkloads mesh, String name, int appPort, SecretService secrets) {
        var metadata = new TreeMap<>(mesh.metadata(name, appPort));
        metadata.put("NAMESPACE", "default");
        metadata.put("CLUSTER_ID", "Kubernetes");
        metadata.put("ISTIO_VERSION", "1.30.0");
        metadata.put("INSTANCE_IPS", mesh.nodeId(name).split("~", -1)[1]);
        var yaml = new StringBuilder("{LABELS: {app: " + name + "}");
        metadata.forEach((key, value) ->
                yaml.append(", ").append(key).append(": \"").append(value).append('"'));
        return new EnvoyBootstrap(
                        mesh.nodeId(name),
                        yaml.append('}').toString(),
                        mesh.controlPlaneOf(name),
                        TwoWorkloads.tokenOf(name),
                        secrets.address())
                .yaml();
    }
}
