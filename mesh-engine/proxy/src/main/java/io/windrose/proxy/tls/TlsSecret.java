package io.windrose.proxy.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// One version of a named secret; a rotated secret is a new value.
public sealed interface TlsSecret {

    /// @param chain leaf first; never empty
    record KeyPair(PrivateKey key, List<X509Certificate> chain) implements TlsSecret {
        public KeyPair {
            chain = List.copyOf(chain);
            if (chain.isEmpty()) {
                throw new IllegalArgumentException("a key pair without certificate");
            }
        }
    }

    record Trust(List<X509Certificate> roots) implements TlsSecret {
        public Trust {
            roots = List.copyOf(roots);
        }
    }
}
