package io.windrose.proxy.tls;

import io.netty.handler.ssl.SslContext;
import io.windrose.traffic.tls.TlsServer;
import java.time.InstantSource;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// The server side of one filter chain. Handshakes take the secrets of their moment; connections
/// that are established keep theirs.
///
/// Asked by every event loop: the newest context is one volatile reference, and two loops that make
/// it at the same time waste one.
public final class ServerTls {
    private record Made(Material material, SslContext context) {}

    private final TlsServer spec;
    private final MaterialSource source;
    private final InstantSource clock;
    private volatile @Nullable Made newest;

    ServerTls(TlsServer spec, MaterialSource source, InstantSource clock) {
        this.spec = spec;
        this.source = source;
        this.clock = clock;
    }

    /// @return null while a secret is missing: connections are refused
    public @Nullable SslContext context() throws SSLException {
        var material = source.now(spec.settings());
        if (material == null) {
            return null;
        }
        var made = newest;
        if (made == null || !made.material().equals(material)) {
            made = new Made(material, ContextRecipe.server(spec, material, clock));
            newest = made;
        }
        return made.context();
    }
}
