package io.windrose.proxy.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.RawUnixChannelOption;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Where a connection was going before the kernel redirected it to us.
///
/// @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>; the numbers are those
///   of `linux/netfilter_ipv4.h` and `linux/netfilter_ipv6/ip6_tables.h`
public final class OriginalDestination {
    private static final int SOL_IP = 0;
    private static final int SOL_IPV6 = 41;
    private static final int ORIGINAL_DST = 80;
    private static final int SOCKADDR_IN = 16;
    private static final int SOCKADDR_IN6 = 28;
    private static final int PORT_AT = 2;
    private static final int V4_AT = 4;
    private static final int V6_AT = 8;

    private static final RawUnixChannelOption V4 =
            new RawUnixChannelOption("SO_ORIGINAL_DST", SOL_IP, ORIGINAL_DST, SOCKADDR_IN);
    private static final RawUnixChannelOption V6 =
            new RawUnixChannelOption("IP6T_SO_ORIGINAL_DST", SOL_IPV6, ORIGINAL_DST, SOCKADDR_IN6);

    private OriginalDestination() {}

    /// To be called before anything is read from the connection.
    ///
    /// @return null when it was not redirected, or the transport cannot tell
    public static @Nullable InetSocketAddress of(Channel channel) {
        if (!(channel instanceof EpollSocketChannel socket)) {
            return null;
        }
        var local = socket.localAddress();
        boolean v6 = local.getAddress() instanceof Inet6Address;
        try {
            var restored = read(socket, v6);
            return local.equals(restored) ? null : restored;
        } catch (ChannelException | UnknownHostException e) {
            return null; // no connection tracking here: nothing can have been redirected
        }
    }

    private static @Nullable InetSocketAddress read(EpollSocketChannel socket, boolean v6)
            throws UnknownHostException {
        ByteBuffer raw = socket.config().getOption(v6 ? V6 : V4);
        if (raw == null || raw.remaining() < (v6 ? SOCKADDR_IN6 : SOCKADDR_IN)) {
            return null;
        }
        var address = new byte[v6 ? 16 : 4];
        raw.get(raw.position() + (v6 ? V6_AT : V4_AT), address);
        int port =
                Byte.toUnsignedInt(raw.get(raw.position() + PORT_AT)) << 8
                        | Byte.toUnsignedInt(raw.get(raw.position() + PORT_AT + 1));
        return new InetSocketAddress(InetAddress.getByAddress(address), port);
    }
}
