package io.windrose.runtime;

import io.windrose.traffic.listener.FilterChain;
import io.windrose.traffic.listener.HttpConnection;
import io.windrose.traffic.listener.Listener;
import io.windrose.traffic.tls.CertificateSource;
import io.windrose.traffic.tls.SecretName;
import io.windrose.traffic.tls.TlsSettings;
import io.windrose.traffic.tls.TrustSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What resources refer to by name.
final class References {

    private References() {}

    static Set<String> routes(Listener listener) {
        var names = new TreeSet<String>();
        chains(listener)
                .forEach(chain -> {
                    if (chain.terminal() instanceof HttpConnection http
                            && http.routes() instanceof HttpConnection.Named(var name)) {
                        names.add(name);
                    }
                });
        return names;
    }

    static void secrets(Listener listener, Consumer<SecretName> to) {
        chains(listener)
                .forEach(chain -> {
                    var tls = chain.tls();
                    if (tls != null) {
                        secrets(tls.settings(), to);
                    }
                });
    }

    static void secrets(TlsSettings settings, Consumer<SecretName> to) {
        for (var certificate : settings.certificates()) {
            if (certificate instanceof CertificateSource.Named(var secret)) {
                to.accept(secret);
            }
        }
        if (settings.trust() instanceof TrustSource.Named(var secret)) {
            to.accept(secret);
        }
    }

    private static Stream<FilterChain> chains(Listener listener) {
        return Stream.concat(
                listener.chains().stream(), Stream.ofNullable(listener.defaultChain()));
    }
}
