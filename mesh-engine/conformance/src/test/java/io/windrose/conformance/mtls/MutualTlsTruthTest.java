package io.windrose.conformance.mtls;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.conformance.mtls.TwoWorkloads.Setting;
import io.windrose.conformance.peer.Backend;
import io.windrose.conformance.peer.PlainClient;
import io.windrose.conformance.peer.RecordingRelay;
import io.windrose.conformance.peer.Traffic;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.TrustDomain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What mutual TLS between two of our proxies keeps in and out, seen from the wire.
final class MutualTlsTruthTest {
    private static final String HOST = "called.default.svc.cluster.local:" + Addresses.PORT;
    private static final int CLIENTS = 6;
    private static final int ROTATIONS = 4;
    private static final String MARKER = "a-marker-that-nobody-may-read";

    @Test
    void aRelayBetweenTheProxiesSeesNothingOfWhatIsSaid() throws Exception {
        var setting = new Setting("STRICT", true, CertificateAuthority.DEFAULT_LIFETIME);
        try (var app = Backend.start("app", Duration.ZERO);
                var mesh = TwoWorkloads.start(setting);
                var relay =
                        RecordingRelay.start(
                                mesh.addresses().relay(), mesh.addresses().calledInbound())) {
            var _ = mesh.ours("called", app.port());
            var _ = mesh.ours("caller", app.port());

            var answer = PlainClient.get(mesh.addresses().callerOutbound(), HOST, "/" + MARKER);

            assertThat(answer).startsWith("HTTP/1.1 200").contains(MARKER);
            var seen = new String(relay.seen(), StandardCharsets.ISO_8859_1);
            assertThat(seen.length()).isGreaterThan(1_000);
            assertThat(seen).doesNotContain(MARKER, "HTTP/1.1", "x-backend", "spiffe://");
        }
    }

    @Test
    void strictRefusesAPlainClientAndStrangers() throws Exception {
        try (var app = Backend.start("app", Duration.ZERO);
                var mesh = TwoWorkloads.start(Setting.of("STRICT"))) {
            var _ = mesh.ours("called", app.port());
            var inbound = mesh.addresses().calledInbound();
            var stranger =
                    CertificateAuthority.inMemory(
                            new TrustDomain("elsewhere"), InstantSource.system());
            var strangerId = new SpiffeId(stranger.trustDomain(), "default", "caller");

            assertThat(answerOrNothing(inbound)).isEmpty();
            assertThat(TlsClient.of(stranger, strangerId).get(inbound, HOST)).isEmpty();
            assertThat(
                            TlsClient.of(mesh.authority(), TwoWorkloads.identity("caller"))
                                    .get(inbound, HOST))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRICT", "PERMISSIVE"})
    void aForeignTrustDomainIsRefusedEvenUnderOurOwnRoot(String mode, @TempDir Path folder)
            throws Exception {
        var root = OneRoot.in(folder);
        var foreign = root.of(new TrustDomain("elsewhere"));
        var foreigner = new SpiffeId(foreign.trustDomain(), "default", "caller");
        try (var app = Backend.start("app", Duration.ZERO);
                var mesh =
                        TwoWorkloads.start(Setting.of(mode), root.of(TrustDomain.CLUSTER_LOCAL))) {
            var _ = mesh.ours("called", app.port());
            var inbound = mesh.addresses().calledInbound();

            assertThat(TlsClient.of(foreign, foreigner).get(inbound, HOST)).isEmpty();
            assertThat(
                            TlsClient.of(mesh.authority(), TwoWorkloads.identity("caller"))
                                    .get(inbound, HOST))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void permissiveTakesBothAndTellsThemApart() throws Exception {
        try (var app = Backend.start("app", Duration.ZERO);
                var mesh = TwoWorkloads.start(Setting.of("PERMISSIVE"))) {
            var called = mesh.ours("called", app.port());
            var _ = mesh.ours("caller", app.port());

            var plain = PlainClient.get(mesh.addresses().calledInbound(), HOST, "/");
            var mutual = PlainClient.get(mesh.addresses().callerOutbound(), HOST, "/");

            assertThat(plain).startsWith("HTTP/1.1 200").doesNotContain("client-cert");
            assertThat(mutual)
                    .startsWith("HTTP/1.1 200")
                    .contains("By=spiffe://cluster.local/ns/default/sa/called;")
                    .contains("URI=spiffe://cluster.local/ns/default/sa/caller");
            assertThat(Metrics.of(called).securityPolicies())
                    .containsExactlyInAnyOrder("none", "mutual_tls");
        }
    }

    /// Certificates live ten seconds here and are renewed at half of that.
    @Test
    void rotationEveryFiveSecondsUnderLoadLosesNoRequest(TestReporter figures) throws Exception {
        var setting = new Setting("STRICT", false, Duration.ofSeconds(10));
        Set<String> certificates = ConcurrentHashMap.newKeySet();
        try (var app = Backend.start("app", Duration.ZERO);
                var mesh = TwoWorkloads.start(setting)) {
            var _ = mesh.ours("called", app.port());
            var _ = mesh.ours("caller", app.port());
            try (var traffic =
                    Traffic.of(
                            CLIENTS,
                            () -> {
                                var answer =
                                        PlainClient.get(
                                                mesh.addresses().callerOutbound(), HOST, "/");
                                certificate(answer).ifPresent(certificates::add);
                                return answer;
                            })) {
                for (long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
                        certificates.size() < ROTATIONS + 1 && System.nanoTime() < end; ) {
                    traffic.awaitMore(1);
                }

                figures.publishEntry("requests over rotations", "" + traffic.answered());
                assertThat(traffic.failures()).as("of %d", traffic.answered()).isEmpty();
                assertThat(certificates).hasSize(ROTATIONS + 1);
            }
        }
    }

    private static String answerOrNothing(InetSocketAddress inbound) {
        try {
            return PlainClient.get(inbound, HOST, "/");
        } catch (IOException refused) {
            return "";
        }
    }

    /// The fingerprint of the caller's certificate, as `called` saw it; empty without one.
    private static Optional<String> certificate(String answer) {
        var hash = Pattern.compile("Hash=([0-9a-f]+)").matcher(answer);
        return hash.find() ? Optional.of(hash.group(1)) : Optional.empty();
    }
}
