package io.windrose.proxy.admin;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.proxy.bootstrap.ServerAddress;
import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.wire.WireTypes;
import java.net.SocketAddress;
import java.time.InstantSource;
import java.util.Optional;

/// The admin interface of one proxy.
public final class AdminServer implements AutoCloseable {
    private static final int LARGEST_REQUEST = 64 << 10;

    private final Channel channel;

    private AdminServer(Channel channel) {
        this.channel = channel;
    }

    /// @param token what each request must carry; empty where none is asked for
    /// @return a problem when the address cannot be used
    public static Result<AdminServer> start(
            ServerAddress address,
            Optional<String> token,
            AdminTarget target,
            WireTypes types,
            InstantSource clock,
            EventLoops loops) {
        var endpoints = new AdminEndpoints(target, types, clock);
        var socket = loops.own(address.socketAddress());
        var bound =
                new ServerBootstrap()
                        .group(loops.group())
                        .channel(loops.server(socket))
                        .childHandler(
                                new ChannelInitializer<>() {
                                    @Override
                                    protected void initChannel(Channel channel) {
                                        fill(channel.pipeline(), endpoints, token);
                                    }
                                })
                        .bind(socket)
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            return Result.err(
                    Problem.error(
                            "MESH1330",
                            Place.NOWHERE,
                            "the admin interface cannot listen on %s: %s"
                                    .formatted(address, bound.cause().getMessage())));
        }
        return Result.ok(new AdminServer(bound.channel()));
    }

    private static void fill(
            ChannelPipeline pipeline, AdminEndpoints endpoints, Optional<String> token) {
        pipeline.addLast(new HttpServerCodec())
                .addLast(new HttpObjectAggregator(LARGEST_REQUEST))
                .addLast(new AdminHandler(endpoints, token));
    }

    /// Where it listens, with the port that was really taken.
    public SocketAddress address() {
        return channel.localAddress();
    }

    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
    }
}
