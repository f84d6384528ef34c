package io.windrose.proxy.listener;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.proxy.loop.EventLoops;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The sockets of one listener: one per event loop where the kernel divides connections among them,
/// else one that hands them out.
final class Acceptor {
    /// How much may be written to a connection before its source is held back, bytes.
    private static final WriteBufferWaterMark WATER_MARK =
            new WriteBufferWaterMark(128 * 1024, 256 * 1024);

    private static final int BACKLOG = 4096;

    private final String listener;
    private final InetSocketAddress asked;
    private final List<Channel> sockets;

    private Acceptor(String listener, InetSocketAddress asked, List<Channel> sockets) {
        this.listener = listener;
        this.asked = asked;
        this.sockets = sockets;
    }

    /// Blocks until the sockets are bound; never on an event loop.
    static Result<Acceptor> bind(
            String listener,
            InetSocketAddress address,
            EventLoops loops,
            Map<EventLoop, Station> stations) {
        var sockets = new ArrayList<Channel>();
        var bound = address;
        for (var entry : stations.entrySet()) {
            var bootstrap =
                    new ServerBootstrap()
                            .group(entry.getKey(), loops.isEpoll() ? entry.getKey() : loops.group())
                            .channel(loops.server(address))
                            .option(ChannelOption.SO_BACKLOG, BACKLOG)
                            .option(ChannelOption.SO_REUSEADDR, true)
                            .childOption(ChannelOption.TCP_NODELAY, true)
                            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                            .childHandler(new Entrance(listener, stations));
            if (loops.isEpoll()) {
                bootstrap.option(EpollChannelOption.SO_REUSEPORT, stations.size() > 1);
            }
            var binding = bootstrap.bind(bound).awaitUninterruptibly();
            if (!binding.isSuccess()) {
                sockets.forEach(Acceptor::close);
                return Result.err(problem(listener, address, binding.cause()));
            }
            sockets.add(binding.channel());
            bound = (InetSocketAddress) binding.channel().localAddress();
            if (!loops.isEpoll()) {
                break;
            }
        }
        return Result.ok(new Acceptor(listener, address, sockets));
    }

    private static Problem problem(String listener, InetSocketAddress address, Throwable cause) {
        return Problem.error(
                "MESH1201",
                Place.NOWHERE.withResource("Listener " + listener),
                "cannot listen on %s: %s; free the port or change the listener's address"
                        .formatted(address, cause.getMessage()));
    }

    private static void close(Channel socket) {
        var _ = socket.close();
    }

    String listener() {
        return listener;
    }

    boolean isAt(InetSocketAddress address) {
        return asked.equals(address);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) sockets.getFirst().localAddress();
    }

    void close() {
        sockets.forEach(socket -> socket.close().awaitUninterruptibly());
    }

    /// Gives each accepted connection the handler that finds out what it wants.
    private static final class Entrance extends ChannelInitializer<Channel> {
        private final String listener;
        private final Map<EventLoop, Station> stations;

        Entrance(String listener, Map<EventLoop, Station> stations) {
            this.listener = listener;
            this.stations = stations;
        }

        @Override
        protected void initChannel(Channel channel) {
            var station = stations.get(channel.eventLoop());
            if (station == null) {
                throw new IllegalStateException("a connection on a foreign event loop");
            }
            channel.pipeline().addLast(new Inflow(station, listener));
        }
    }
}
