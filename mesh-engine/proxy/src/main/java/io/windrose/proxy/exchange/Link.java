package io.windrose.proxy.exchange;

import io.netty.channel.Channel;
import io.windrose.proxy.done.Done;
import io.windrose.proxy.done.TlsFacts;
import io.windrose.traffic.authorize.Caller;
import io.windrose.traffic.listener.FilterChain;
import io.windrose.traffic.listener.Listener;
import io.windrose.traffic.match.IpAddress;
import java.net.InetSocketAddress;
import java.util.List;

/// A downstream connection as all its requests see it; made once, when its chain is known and TLS
/// is up.
///
/// @param local the address that the client dialled, before any redirection
public record Link(
        long id,
        Channel channel,
        Listener listener,
        FilterChain chain,
        InetSocketAddress remote,
        InetSocketAddress local,
        String serverName,
        TlsFacts tls,
        Caller caller) {

    public static Link of(
            long id,
            Channel channel,
            Listener listener,
            FilterChain chain,
            InetSocketAddress remote,
            InetSocketAddress local,
            String serverName,
            TlsFacts tls) {
        boolean known = !tls.peerHash().isEmpty();
        var from = IpAddress.of(remote.getAddress());
        var caller =
                new Caller(
                        known,
                        known ? List.of(tls.peerPrincipal()) : List.of(),
                        IpAddress.of(local.getAddress()),
                        local.getPort(),
                        from,
                        from,
                        serverName);
        return new Link(id, channel, listener, chain, remote, local, serverName, tls, caller);
    }

    /// Addresses and ports of both ends, the client's first.
    String ends() {
        return text(remote) + text(local);
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    public Done.Direction direction() {
        return switch (listener.direction()) {
            case INBOUND -> Done.Direction.INBOUND;
            case OUTBOUND -> Done.Direction.OUTBOUND;
            case UNSPECIFIED -> Done.Direction.UNSPECIFIED;
        };
    }
}
