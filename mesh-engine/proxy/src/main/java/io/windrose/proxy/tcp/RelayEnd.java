package io.windrose.proxy.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.windrose.proxy.done.PeerMetadata;
import io.windrose.proxy.http.TurnFlush;
import org.jspecify.annotations.Nullable;

/// One of the two connections of a relay: takes in what its peer sends, writes what the other end
/// takes in, and holds its own peer back while the other end is not keeping up.
///
/// - Reads and writes `ByteBuf`.
/// - One instance per connection, on its event loop only.
final class RelayEnd extends ChannelInboundHandlerAdapter {

    /// Told of what goes through.
    interface Watcher {
        void received(RelayEnd at, int bytes);

        void introduced(RelayEnd at, PeerMetadata peer);

        void closed(RelayEnd at);
    }

    private final Channel channel;
    private final Watcher watcher;
    private final TurnFlush flush;
    private boolean expectsFrame;
    private boolean inputEnded;
    private boolean outputEnded;
    private ByteBuf unread = Unpooled.EMPTY_BUFFER;
    private @Nullable RelayEnd other;

    /// @param expectsFrame whether the peer introduces itself first
    RelayEnd(Channel channel, boolean expectsFrame, Watcher watcher) {
        this.channel = channel;
        this.watcher = watcher;
        this.expectsFrame = expectsFrame;
        flush = new TurnFlush(channel);
    }

    Channel channel() {
        return channel;
    }

    /// From here on bytes flow; what had come already goes first.
    void join(RelayEnd newOther) {
        other = newOther;
        forward();
        channel.config().setAutoRead(newOther.channel.isWritable());
        if (inputEnded) {
            newOther.endOutput();
        }
    }

    void write(ByteBuf data) {
        if (!channel.isActive()) {
            data.release();
            return;
        }
        var _ = channel.write(data, channel.voidPromise()); // a failure closes the channel
        flush.ask();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        var data = (ByteBuf) msg;
        watcher.received(this, data.readableBytes());
        unread = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), unread, data);
        forward();
    }

    private void forward() {
        if (expectsFrame) {
            switch (PeerFrame.read(unread)) {
                case PeerFrame.Read.MoreNeeded _ -> {
                    return;
                }
                case PeerFrame.Read.Introduced(var peer) -> watcher.introduced(this, peer);
                case PeerFrame.Read.Anonymous _ -> watcher.introduced(this, PeerMetadata.UNKNOWN);
            }
            expectsFrame = false;
        }
        var to = other;
        if (to == null || !unread.isReadable()) {
            return;
        }
        var data = unread;
        unread = Unpooled.EMPTY_BUFFER;
        to.write(data);
        if (!to.channel.isWritable()) {
            channel.config().setAutoRead(false);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (other != null && channel.isWritable()) {
            other.channel.config().setAutoRead(true);
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent
                || event instanceof SslCloseCompletionEvent) {
            inputEnded = true;
            if (other != null) {
                other.endOutput();
            }
            closeIfBothEnded();
        }
        ctx.fireUserEventTriggered(event);
    }

    /// Tells our peer that no more will come; what was written before goes out first.
    private void endOutput() {
        if (outputEnded) {
            return;
        }
        outputEnded = true;
        channel.flush();
        var tls = channel.pipeline().get(SslHandler.class);
        if (tls != null) {
            var _ = tls.closeOutbound();
        } else if (channel instanceof DuplexChannel duplex) {
            var _ = duplex.shutdownOutput();
        }
        closeIfBothEnded();
    }

    private void closeIfBothEnded() {
        if (inputEnded && outputEnded) {
            close();
        }
    }

    void close() {
        var _ =
                channel.writeAndFlush(Unpooled.EMPTY_BUFFER)
                        .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        unread.release();
        unread = Unpooled.EMPTY_BUFFER;
        watcher.closed(this);
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        var _ = ctx.close(); // the connection is broken; the other end follows
    }
}
