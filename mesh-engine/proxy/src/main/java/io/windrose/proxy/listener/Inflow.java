package io.windrose.proxy.listener;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.ScheduledFuture;
import io.windrose.proxy.net.OriginalDestination;
import io.windrose.runtime.Arrival;
import io.windrose.traffic.listener.ListenerFilter;
import io.windrose.traffic.match.IpAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The first handler of an accepted connection: finds out where it was going, has the looks that
/// the listener asks for, and hands over to the filter chain that fits.
///
/// - Reads `ByteBuf` and keeps it; on handing over fires all of it to its successors.
/// - One instance per connection, on its event loop only.
final class Inflow extends ChannelInboundHandlerAdapter {
    private final Station station;
    private final String listenerName;
    private ByteBuf seen = Unpooled.EMPTY_BUFFER;
    private @Nullable LocalListener listener;
    private @Nullable InetSocketAddress dialled;
    private @Nullable ScheduledFuture<?> timeout;
    private boolean decided;

    Inflow(Station station, String listenerName) {
        this.station = station;
        this.listenerName = listenerName;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        station.accepted(ctx.channel());
        var bound = station.listeners().byName().get(listenerName);
        if (bound == null) {
            var _ = ctx.close();
            return;
        }
        var local = (InetSocketAddress) ctx.channel().localAddress();
        var original =
                bound.listener().useOriginalDst()
                                || bound.looks(ListenerFilter.Kind.ORIGINAL_DST, local.getPort())
                        ? OriginalDestination.of(ctx.channel())
                        : null;
        dialled = original == null ? local : original;
        var meant =
                original != null && bound.listener().useOriginalDst()
                        ? station.listeners().forDestination(original)
                        : null;
        listener = meant == null ? bound : meant;
        var limit = listener.listener().lookTimeout();
        if (!limit.isZero()) {
            timeout =
                    ctx.channel()
                            .eventLoop()
                            .schedule(() -> tooLate(ctx), limit.toMillis(), TimeUnit.MILLISECONDS);
        }
        look(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (decided) {
            ctx.fireChannelRead(msg);
            return;
        }
        seen = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), seen, (ByteBuf) msg);
        look(ctx);
    }

    private void look(ChannelHandlerContext ctx) {
        var glimpse = glimpse();
        if (glimpse != null) {
            decide(ctx, glimpse);
        }
    }

    /// @return null while more bytes are needed
    private @Nullable Glimpse glimpse() {
        if (listener == null || dialled == null) {
            return null;
        }
        int port = dialled.getPort();
        if (listener.looks(ListenerFilter.Kind.TLS_INSPECTOR, port)) {
            switch (ClientHello.read(seen)) {
                case ClientHello.Read.MoreNeeded _ -> {
                    return null;
                }
                case ClientHello.Read.Found(var glimpse) -> {
                    return glimpse;
                }
                case ClientHello.Read.NotTls _ -> {}
            }
        }
        if (listener.looks(ListenerFilter.Kind.HTTP_INSPECTOR, port)) {
            var version = HttpGlance.version(seen);
            if (version == null) {
                return null;
            }
            return version.isEmpty() ? Glimpse.NOTHING : Glimpse.http(version);
        }
        return Glimpse.NOTHING;
    }

    private void tooLate(ChannelHandlerContext ctx) {
        if (decided || listener == null) {
            return;
        }
        if (listener.listener().continueOnTimeout()) {
            decide(ctx, Glimpse.NOTHING);
        } else {
            var _ = ctx.close();
        }
    }

    private void decide(ChannelHandlerContext ctx, Glimpse glimpse) {
        var chosen = listener;
        var to = dialled;
        if (decided || chosen == null || to == null) {
            return;
        }
        decided = true;
        if (timeout != null) {
            timeout.cancel(false);
        }
        var remote = (InetSocketAddress) ctx.channel().remoteAddress();
        var from = IpAddress.of(remote.getAddress());
        var chain =
                chosen.chains()
                        .find(
                                new Arrival(
                                        IpAddress.of(to.getAddress()),
                                        to.getPort(),
                                        glimpse.serverName(),
                                        glimpse.transport(),
                                        List.copyOf(glimpse.protocols()),
                                        from,
                                        from,
                                        remote.getPort()));
        if (chain == null) {
            new Refusal(station, chosen.listener(), remote, to, glimpse.serverName()).report();
            var _ = ctx.close();
            return;
        }
        new ChainStart(station, chosen, chain, remote, to, glimpse.serverName())
                .begin(ctx.channel());
        var bytes = seen;
        seen = Unpooled.EMPTY_BUFFER;
        if (bytes.isReadable()) {
            ctx.fireChannelRead(bytes);
        }
        ctx.pipeline().remove(this);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        seen.release();
        seen = Unpooled.EMPTY_BUFFER;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        var _ = ctx.close(); // nothing has begun yet
    }
}
