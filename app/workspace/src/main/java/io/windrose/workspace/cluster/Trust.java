package io.windrose.workspace.cluster;

import io.windrose.identity.Keys;
import io.windrose.identity.Pem;
import io.windrose.kernel.Result;
import io.windrose.workspace.welcome.KubeEntry;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// Whose certificates are believed, and which one is shown.
final class Trust {
    private static final char[] NO_PASSWORD = {};

    private Trust() {}

    /// @return the problem that a certificate or key cannot be read
    static Result<SSLContext> of(KubeEntry cluster, SignIn signIn) {
        return SignIn.content(cluster, "certificate-authority")
                .then(authority -> context(cluster, authority, signIn));
    }

    private static Result<SSLContext> context(KubeEntry cluster, String authority, SignIn signIn) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(shown(signIn), believed(cluster, authority), new SecureRandom());
            return Result.ok(context);
        } catch (GeneralSecurityException | IOException wrong) {
            return SignIn.refused(cluster, "TLS cannot be set up: " + wrong.getMessage() + ".");
        }
    }

    /// Null stands for what the JDK would do.
    private static TrustManager @org.jspecify.annotations.Nullable [] believed(
            KubeEntry cluster, String authority) throws GeneralSecurityException, IOException {
        if (cluster.secret("insecure-skip-tls-verify").equals("true")) {
            return new TrustManager[] {new Anybody()};
        }
        if (authority.isEmpty()) {
            return null;
        }
        var store = empty();
        int number = 0;
        for (var one : value(Pem.certificates(authority))) {
            store.setCertificateEntry("authority-" + number++, one);
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager @org.jspecify.annotations.Nullable [] shown(SignIn signIn)
            throws GeneralSecurityException, IOException {
        if (signIn.certificate().isEmpty()) {
            return null;
        }
        PrivateKey key = value(Keys.privateKey(signIn.key()));
        List<X509Certificate> chain = value(Pem.certificates(signIn.certificate()));
        var store = empty();
        store.setKeyEntry("user", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static <T> T value(Result<T> read) throws GeneralSecurityException {
        return switch (read) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) ->
                    throw new GeneralSecurityException(problems.getFirst().message());
        };
    }

    /// For `insecure-skip-tls-verify`, which somebody has written on purpose.
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
