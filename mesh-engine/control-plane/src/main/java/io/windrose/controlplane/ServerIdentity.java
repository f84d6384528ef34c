package io.windrose.controlplane;

import io.grpc.InsecureServerCredentials;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.Pem;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.WorkloadCertificate;
import io.windrose.kernel.Result;
import io.windrose.kernel.Timer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/// The certificate that the control plane itself shows, signed by its own authority as istiod's is.
///
/// It is renewed at half its life; connections that are open stay as they are. Confined to the
/// owner of `timer`.
final class ServerIdentity {
    private static final Duration RENEWAL = CertificateAuthority.DEFAULT_LIFETIME.dividedBy(2);

    private final CertificateAuthority authority;
    private final List<String> hosts;
    private final Timer timer;
    private final AdvancedTlsX509KeyManager keys = new AdvancedTlsX509KeyManager();

    private ServerIdentity(CertificateAuthority authority, List<String> hosts, Timer timer) {
        this.authority = authority;
        this.hosts = hosts;
        this.timer = timer;
    }

    /// @param hosts empty for plain text
    static Result<ServerCredentials> credentials(
            CertificateAuthority authority, List<String> hosts, Timer timer) {
        return hosts.isEmpty()
                ? Result.ok(InsecureServerCredentials.create())
                : new ServerIdentity(authority, hosts, timer).tls();
    }

    private Result<ServerCredentials> tls() {
        return renew().map(_ -> {
            try {
                var roots = Pem.encode(authority.roots());
                return TlsServerCredentials.newBuilder()
                        .keyManager(keys)
                        .trustManager(
                                new ByteArrayInputStream(roots.getBytes(StandardCharsets.US_ASCII)))
                        .clientAuth(TlsServerCredentials.ClientAuth.OPTIONAL)
                        .build();
            } catch (IOException e) {
                throw new IllegalStateException("our own roots are unreadable", e);
            }
        });
    }

    private Result<WorkloadCertificate> renew() {
        var id = new SpiffeId(authority.trustDomain(), "istio-system", "istiod");
        var renewed = authority.issueServer(id, hosts);
        if (renewed instanceof Result.Ok<WorkloadCertificate>(var certificate, _)) {
            keys.updateIdentityCredentials(
                    certificate.chain().toArray(X509Certificate[]::new), certificate.key());
        }
        var _ = timer.after(RENEWAL, this::renew);
        return renewed;
    }
}
