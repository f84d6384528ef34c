package io.windrose.conformance.mtls;

import io.windrose.conformance.peer.PlainClient;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.WorkloadCertificate;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// A client that shows a certificate and takes whatever the server shows.
final class TlsClient {
    private static final char[] NO_PASSWORD = {};
    private final SSLContext context;

    private TlsClient(SSLContext context) {
        this.context = context;
    }

    /// A client with a certificate of that authority.
    static TlsClient of(CertificateAuthority authority, SpiffeId id)
            throws IOException, GeneralSecurityException {
        var issued = authority.issueServer(id, List.of());
        if (!(issued instanceof Result.Ok<WorkloadCertificate>(var certificate, _))) {
            throw new AssertionError(issued.problems().toString());
        }
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        store.setKeyEntry(
                "own",
                certificate.key(),
                NO_PASSWORD,
                certificate.chain().toArray(Certificate[]::new));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(
                keys.getKeyManagers(), new TrustManager[] {new Credulous()}, new SecureRandom());
        return new TlsClient(context);
    }

    /// All that comes back; empty when the handshake or the certificate is refused.
    String get(InetSocketAddress server, String host) {
        try (var socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(server.getAddress(), server.getPort())) {
            var parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"istio-http/1.1"});
            socket.setSSLParameters(parameters);
            return PlainClient.get(socket, host, "/");
        } catch (IOException refused) {
            return "";
        }
    }

    /// Who the server is does not matter to these tests: they ask whom the server takes.
    private static final class Credulous extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(
                X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(
                X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
