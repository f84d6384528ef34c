package io.windrose.proxy.loop;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.concurrent.TimeUnit;

/// The event loops of a process, with sockets as this machine has them best: epoll on Linux, the
/// JDK's elsewhere.
public final class EventLoops implements AutoCloseable {
    private final EventLoopGroup group;
    private final boolean epoll;
    private final int threads;

    private EventLoops(EventLoopGroup group, boolean epoll, int threads) {
        this.group = group;
        this.epoll = epoll;
        this.threads = threads;
    }

    /// @param threads at least 1
    public static EventLoops of(int threads) {
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory sockets = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        var names = new DefaultThreadFactory("loop", true);
        return new EventLoops(
                new MultiThreadIoEventLoopGroup(threads, names, sockets), epoll, threads);
    }

    public int threads() {
        return threads;
    }

    public EventLoopGroup group() {
        return group;
    }

    /// Whether the kernel's own calls are at hand, such as the original destination's.
    public boolean isEpoll() {
        return epoll;
    }

    /// The kind of socket that connects to such an address.
    public Class<? extends Channel> client(SocketAddress address) {
        if (isUnix(address)) {
            return epoll ? EpollDomainSocketChannel.class : NioDomainSocketChannel.class;
        }
        return epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    /// The kind of socket that listens on such an address.
    public Class<? extends ServerChannel> server(SocketAddress address) {
        if (isUnix(address)) {
            return epoll
                    ? EpollServerDomainSocketChannel.class
                    : NioServerDomainSocketChannel.class;
        }
        return epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    /// The address in the form that these sockets take: epoll has its own for socket files.
    public SocketAddress own(SocketAddress address) {
        return epoll && address instanceof UnixDomainSocketAddress unix
                ? new DomainSocketAddress(unix.getPath().toString())
                : address;
    }

    private static boolean isUnix(SocketAddress address) {
        return address instanceof UnixDomainSocketAddress || address instanceof DomainSocketAddress;
    }

    /// Ends the loops without waiting for a quiet moment; whatever still runs on them is cut off.
    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }
}
