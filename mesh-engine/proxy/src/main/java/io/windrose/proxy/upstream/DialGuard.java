package io.windrose.proxy.upstream;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/// Ends connections that break in their handshake, or below any handler that would mind; whoever
/// dialled hears of it by the handshake's own result.
final class DialGuard extends ChannelInboundHandlerAdapter {

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        var _ = ctx.close(); // the handlers above see the connection close
    }
}
