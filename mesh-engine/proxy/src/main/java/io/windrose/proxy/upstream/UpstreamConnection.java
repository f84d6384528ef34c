package io.windrose.proxy.upstream;

import io.netty.channel.Channel;
import io.windrose.proxy.done.TlsFacts;
import io.windrose.proxy.http.ClientConnection;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// An established HTTP connection to a host.
///
/// @param protocol `HTTP/1.1` or `HTTP/2`
public record UpstreamConnection(
        Channel channel, ClientConnection http, TlsFacts tls, String protocol) {

    public @Nullable InetSocketAddress localAddress() {
        return channel.localAddress() instanceof InetSocketAddress address ? address : null;
    }
}
