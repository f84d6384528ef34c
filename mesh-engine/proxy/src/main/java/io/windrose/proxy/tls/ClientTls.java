package io.windrose.proxy.tls;

import io.netty.handler.ssl.SslContext;
import io.windrose.traffic.tls.TlsClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// The client side towards some hosts; BoringSSL ties the ALPN offer to a context, so there is one
/// context per offer.
///
/// Asked by every event loop, hence the concurrent map.
public final class ClientTls {
    private record Made(Material material, SslContext context) {}

    private final TlsClient spec;
    private final MaterialSource source;
    private final InstantSource clock;
    private final Map<List<String>, Made> byOffer = new ConcurrentHashMap<>();

    ClientTls(TlsClient spec, MaterialSource source, InstantSource clock) {
        this.spec = spec;
        this.source = source;
        this.clock = clock;
    }

    public TlsClient spec() {
        return spec;
    }

    /// @param alpn what to offer
    /// @return null while a secret is missing: no connection is made
    public @Nullable SslContext context(List<String> alpn) throws SSLException {
        var material = source.now(spec.settings());
        if (material == null) {
            return null;
        }
        var made = byOffer.get(alpn);
        if (made == null || !made.material().equals(material)) {
            made = new Made(material, ContextRecipe.client(spec.settings(), alpn, material, clock));
            byOffer.put(alpn, made);
        }
        return made.context();
    }
}
