package io.windrose.conformance.mtls;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.conformance.mtls.TwoWorkloads.Setting;
import io.windrose.conformance.peer.Backend;
import io.windrose.conformance.peer.PlainClient;
import io.windrose.conformance.peer.RecordingRelay;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.TrustDomain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What mutual TLS between two of our proxies keeps in and out, seen from the wire.
final class MutualTlsTruthTest {
    private static final String HOST = "called.default.svc.cluster.local:" + Addresses.PORT;
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

    @Test
    void rotationUnderLoadLosesNoRequest() throws Exception {
        var setting = new Setting("STRICT", false, Duration.ofSeconds(4));
        try (var app = Backend.start("app", Duration.ZERO);
                var mesh = TwoWorkloads.start(setting)) {
            var _ = mesh.ours("called", app.port());
            var _ = mesh.ours("caller", app.port());
            var certificates = new HashSet<String>();
            var lost = new ArrayList<String>();

            int asked = 0;
            for (long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
                    certificates.size() < 5 && System.nanoTime() < end;
                    asked++) {
                var answer = PlainClient.get(mesh.addresses().callerOutbound(), HOST, "/");
                if (answer.startsWith("HTTP/1.1 200")) {
                    certificates.add(certificate(answer));
                } else {
                    lost.add(answer);
                }
            }

            assertThat(lost).as("of %d", asked).isEmpty();
            assertThat(certificates).hasSize(5);
        }
    }

    private static String answerOrNothing(InetSocketAddress inbound) {
        try {
            return PlainClient.get(inbound, HOST, "/");
        } catch (IOException refused) {
            return "";
        }
    }

    /// The fingerprint of the caller's certificate, as `called` saw it.
    private static String certificate(String answer) {
        var hash = Pattern.compile("Hash=([0-9a-f]+)").matcher(answer);
        assertThat(hash.find()).as(answer).isTrue();
        return hash.group(1);
    }
}
