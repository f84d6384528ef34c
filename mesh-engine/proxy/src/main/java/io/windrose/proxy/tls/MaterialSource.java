package io.windrose.proxy.tls;

import io.windrose.kernel.Live;
import io.windrose.traffic.tls.TlsSettings;
import io.windrose.traffic.tls.TrustSource;
import org.jspecify.annotations.Nullable;

/// Finds the keys and roots that TLS settings ask for among the secrets as they are now.
record MaterialSource(Live<SecretSnapshot> secrets) {

    /// Of several certificates the first is shown.
    ///
    /// @return null while something is missing
    @Nullable Material now(TlsSettings settings) {
        var held = secrets.get();
        TlsSecret.KeyPair certificate = null;
        if (!settings.certificates().isEmpty()) {
            var key = SecretKey.of(settings.certificates().getFirst());
            if (!(held.get(key) instanceof TlsSecret.KeyPair pair)) {
                return null;
            }
            certificate = pair;
        }
        if (settings.trust() instanceof TrustSource.Anyone) {
            return new Material(certificate, null);
        }
        return held.get(SecretKey.of(settings.trust())) instanceof TlsSecret.Trust trust
                ? new Material(certificate, trust)
                : null;
    }
}
