package io.windrose.proxy.listener;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;

/// Waits for the first bytes of a connection to tell whether its client begins with HTTP/2.
///
/// - Reads `ByteBuf` and keeps it; on deciding fires all of it to the handlers that were added.
/// - One instance per connection, on its event loop only.
final class VersionSniffer extends ChannelInboundHandlerAdapter {

    /// Adds the handlers of the version that it is told.
    @FunctionalInterface
    interface Installer {
        void install(boolean http2);
    }

    private final Installer installer;
    private ByteBuf seen = Unpooled.EMPTY_BUFFER;

    VersionSniffer(Installer installer) {
        this.installer = installer;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        seen = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), seen, (ByteBuf) msg);
        var http2 = HttpGlance.isPreface(seen);
        if (http2 != null) {
            installer.install(http2);
            var bytes = seen;
            seen = Unpooled.EMPTY_BUFFER;
            ctx.fireChannelRead(bytes);
            ctx.pipeline().remove(this);
        }
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
