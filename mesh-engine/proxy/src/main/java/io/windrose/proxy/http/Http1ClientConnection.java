package io.windrose.proxy.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import org.jspecify.annotations.Nullable;

/// An upstream HTTP/1.1 connection: one request at a time, used again while both ends keep it
/// alive.
///
/// - Reads `ByteBuf`, fires nothing.
/// - One instance per connection, on its event loop only.
public final class Http1ClientConnection extends ChannelInboundHandlerAdapter
        implements Http1Sink, ClientConnection {
    private final Channel channel;
    private final ClientConnection.Owner owner;
    private final Http1Parser parser = new Http1Parser(this);
    private ByteBuf unread = Unpooled.EMPTY_BUFFER;
    private boolean parsing;
    private boolean reusable = true;

    /// The parser waits for a head; false from the end of a message until its turn is over.
    private boolean ready = true;

    private @Nullable Http1ClientStream current;

    public Http1ClientConnection(Channel channel, ClientConnection.Owner owner) {
        this.channel = channel;
        this.owner = owner;
    }

    @Override
    public boolean hasRoom() {
        return ready && current == null && reusable && channel.isActive();
    }

    @Override
    public int activeRequests() {
        return current == null ? 0 : 1;
    }

    @Override
    public HttpStream open(StreamListener listener) {
        current = new Http1ClientStream(this, channel, listener);
        return current;
    }

    @Override
    public void drain() {
        reusable = false;
        if (current == null) {
            var _ = channel.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        var bytes = (ByteBuf) msg;
        if (current == null) {
            bytes.release(); // nobody asked: a broken server
            var _ = channel.close();
            return;
        }
        unread = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), unread, bytes);
        parse();
    }

    private void parse() {
        if (parsing) {
            return;
        }
        parsing = true;
        try {
            while (current != null && current.isReading() && parser.advance(unread)) {}
        } catch (Http1Violation violation) {
            fail(StreamReset.protocolError(violation.details()));
        } finally {
            parsing = false;
        }
        if (current == null && unread.isReadable()) {
            reusable = false;
            var _ = channel.close();
        }
        releaseRead();
        channel.config().setAutoRead(current == null || current.isReading());
    }

    private void releaseRead() {
        if (current == null || !unread.isReadable()) {
            unread.release();
            unread = Unpooled.EMPTY_BUFFER;
        }
    }

    @Override
    public Http1Body onHead(byte[] block) throws Http1Violation {
        var stream = current;
        if (stream == null) {
            throw Http1Violation.badRequest("http1.unexpected_response");
        }
        var response = Http1Response.parse(block, stream.isToHead());
        if (response.head().isInformational()) {
            stream.received(response.head(), false, block.length);
            parser.expectAnotherHead();
            return Http1Body.NONE;
        }
        boolean upgraded = response.head().status() == 101;
        if (upgraded && !stream.asksUpgrade()) {
            throw Http1Violation.badRequest("http1.unexpected_upgrade");
        }
        reusable &= response.keepAlive() && !upgraded && !stream.asksUpgrade();
        boolean last = response.body() instanceof Http1Body.Fixed(long bytes) && bytes == 0;
        stream.received(response.head(), last, block.length);
        if (last) {
            responseEnded(stream);
        }
        return response.body();
    }

    @Override
    public void onBody(ByteBuf data, boolean last) {
        var stream = current;
        if (stream == null) {
            data.release();
            return;
        }
        stream.received(data, last);
        if (last) {
            responseEnded(stream);
        }
    }

    private void responseEnded(Http1ClientStream stream) {
        current = null;
        if (!stream.isSent() || !reusable) {
            reusable = false;
            var _ = channel.close();
            return;
        }
        ready = false;
        channel.eventLoop().execute(this::offerAgain);
    }

    /// After the parser has returned from the message's end, and everything read has been looked
    /// at.
    private void offerAgain() {
        if (current == null && reusable && channel.isActive()) {
            parser.next();
            ready = true;
            owner.roomChanged(this);
        }
    }

    /// The stream was reset from our side.
    void abandoned() {
        current = null;
        reusable = false;
        var _ = channel.close();
    }

    void readingChanged() {
        if (channel.isActive()) {
            parse();
        }
    }

    private void fail(StreamReset reason) {
        var stream = current;
        current = null;
        reusable = false;
        if (stream != null) {
            stream.ended(reason);
        }
        var _ = channel.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        reusable = false;
        var stream = current;
        if (stream != null && !parser.inputClosed()) {
            current = null;
            stream.ended(StreamReset.closed("connection termination"));
        }
        unread.release();
        unread = Unpooled.EMPTY_BUFFER;
        owner.closed(this);
        ctx.fireChannelInactive();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (current != null && channel.isWritable()) {
            current.writable();
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        var _ = ctx.close(); // the connection is broken; its stream hears of it as it closes
    }
}
