package io.windrose.proxy.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.Pem;
import io.windrose.identity.TrustDomain;
import io.windrose.kernel.Owner;
import io.windrose.proxy.tls.SecretKey;
import io.windrose.proxy.tls.TlsSecret;
import io.windrose.testkit.FakeClock;
import io.windrose.traffic.RuntimeSnapshot;
import io.windrose.traffic.listener.ChainMatch;
import io.windrose.traffic.listener.FilterChain;
import io.windrose.traffic.listener.Listener;
import io.windrose.traffic.listener.TcpProxy;
import io.windrose.traffic.tls.DataSource;
import io.windrose.traffic.tls.TlsServer;
import io.windrose.traffic.tls.TlsSettings;
import io.windrose.traffic.tls.TlsVersion;
import io.windrose.traffic.tls.TrustSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Roots that a listener's configuration names by their file.
final class GivenFilesTest {
    private static final Duration NEXT_LOOK = Duration.ofSeconds(5);

    private final FakeClock clock = new FakeClock();
    private final SecretStore store = new SecretStore(Owner.direct(), clock);
    private final CertificateAuthority old = authority();

    @TempDir Path folder;
    private Path file = Path.of("");
    private TrustSource.Given trust = new TrustSource.Given(new DataSource.Inline(""));

    @BeforeEach
    void writeRoots() throws IOException {
        file = folder.resolve("ca.crt");
        trust = new TrustSource.Given(new DataSource.File(file.toString()));
        write(old);
        store.follow(snapshot());
    }

    @Test
    void aFileIsReadAtOnce() {
        assertThat(store.secrets().get().byName())
                .isEqualTo(Map.of(SecretKey.of(trust), new TlsSecret.Trust(old.roots())));
    }

    @Test
    void aFileThatChangesIsReadAgain() throws IOException {
        var next = authority();
        write(next);

        clock.advance(NEXT_LOOK);

        assertThat(store.secrets().get().byName())
                .isEqualTo(Map.of(SecretKey.of(trust), new TlsSecret.Trust(next.roots())));
    }

    @Test
    void aFileThatBreaksLeavesWhatWasReadBefore() throws IOException {
        Files.writeString(file, "no certificate");

        clock.advance(NEXT_LOOK);

        assertThat(store.secrets().get().byName())
                .isEqualTo(Map.of(SecretKey.of(trust), new TlsSecret.Trust(old.roots())));
    }

    private CertificateAuthority authority() {
        return CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, clock);
    }

    private void write(CertificateAuthority authority) throws IOException {
        Files.writeString(file, Pem.encode(authority.roots()));
    }

    private RuntimeSnapshot snapshot() {
        var settings =
                new TlsSettings(
                        List.of(),
                        trust,
                        List.of(),
                        List.of(),
                        TlsVersion.V1_2,
                        TlsVersion.V1_3,
                        List.of());
        var chain =
                new FilterChain(
                        "",
                        ChainMatch.ANY,
                        new TlsServer(settings, true, true),
                        List.of(),
                        new TcpProxy(
                                "tcp",
                                List.of(new TcpProxy.Target("c", 1)),
                                false,
                                Duration.ZERO,
                                Duration.ZERO,
                                1,
                                List.of()),
                        Duration.ZERO);
        var listener =
                new Listener(
                        "l",
                        "127.0.0.1",
                        0,
                        true,
                        false,
                        Listener.Direction.INBOUND,
                        List.of(),
                        Duration.ZERO,
                        true,
                        List.of(chain),
                        null,
                        List.of(),
                        0);
        return new RuntimeSnapshot(Map.of("l", listener), Map.of(), Map.of(), Set.of());
    }
}
