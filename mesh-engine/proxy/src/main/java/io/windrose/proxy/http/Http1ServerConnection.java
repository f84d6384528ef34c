package io.windrose.proxy.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A downstream HTTP/1.1 connection: one request after another, pipelined ones waiting their turn.
///
/// - Reads `ByteBuf`, fires nothing.
/// - One instance per connection, on its event loop only.
/// - Bytes that are no HTTP are answered here, once, and end the connection.
public final class Http1ServerConnection extends ChannelInboundHandlerAdapter
        implements Http1Sink, ServerConnection {
    /// How much of pipelined requests is read before their turn.
    private static final int READ_AHEAD = 64 * 1024;

    private final RequestListener requests;
    private final HttpSettings settings;
    private final AsciiString scheme;
    private final Http1Parser parser = new Http1Parser(this);
    private ByteBuf unread = Unpooled.EMPTY_BUFFER;
    private boolean parsing;
    private boolean draining;
    private boolean discarding;
    private @Nullable Http1ServerStream current;
    private @Nullable ChannelHandlerContext context;

    public Http1ServerConnection(
            RequestListener requests, HttpSettings settings, boolean encrypted) {
        this.requests = requests;
        this.settings = settings;
        scheme = encrypted ? HeaderNames.HTTPS : HeaderNames.HTTP;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    /// The next response says `connection: close`. A connection that rests is left to its client,
    /// whose next request may be on its way.
    @Override
    public void drain() {
        draining = true;
    }

    @Override
    public int activeRequests() {
        return current == null ? 0 : 1;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        var bytes = (ByteBuf) msg;
        if (discarding) {
            bytes.release();
            return;
        }
        unread = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), unread, bytes);
        parse(ctx);
    }

    private void parse(ChannelHandlerContext ctx) {
        if (parsing) {
            return;
        }
        parsing = true;
        try {
            while (mayParse() && parser.advance(unread)) {}
        } catch (Http1Violation violation) {
            refuse(ctx, violation);
        } finally {
            parsing = false;
        }
        if (discarding || !unread.isReadable()) {
            unread.release();
            unread = Unpooled.EMPTY_BUFFER;
        }
        adjustReading(ctx);
    }

    private boolean mayParse() {
        return !discarding && (current == null || current.isReading());
    }

    private void adjustReading(ChannelHandlerContext ctx) {
        boolean heldBack = current != null && !current.isReading();
        boolean farAhead = parser.isResting() && unread.readableBytes() > READ_AHEAD;
        ctx.channel().config().setAutoRead(discarding || (!heldBack && !farAhead));
    }

    @Override
    public Http1Body onHead(byte[] block) throws Http1Violation {
        var request = Http1Request.parse(block, scheme);
        if (request.http10() && !settings.http10()) {
            throw new Http1Violation(426, "low_version");
        }
        var stream = new Http1ServerStream(this, channel(), request, block.length);
        current = stream;
        stream.listenWith(
                requests.onRequest(stream, request.head(), request.body().equals(Http1Body.NONE)));
        return request.body();
    }

    @Override
    public void onBody(ByteBuf data, boolean last) {
        if (current == null) {
            data.release();
        } else {
            current.received(data, last);
        }
    }

    /// Called by the stream when its response has been written.
    void responded(Http1ServerStream stream) {
        if (!stream.equals(current)) {
            return;
        }
        current = null;
        boolean requestEnded = stream.isRequestEnded();
        if (stream.closesConnection() || draining || !requestEnded) {
            discarding = true;
            if (requestEnded) {
                LingeringClose.closeFlushed(channel());
            } else {
                LingeringClose.closeLater(channel());
            }
            return;
        }
        parser.next();
        if (context != null && !parsing) {
            parse(context);
        }
    }

    /// The stream gave up without a proper response.
    void abort() {
        current = null;
        discarding = true;
        var _ = channel().close();
    }

    /// The stream takes more, or less.
    void readingChanged() {
        if (context != null && context.channel().isActive()) {
            parse(context);
        }
    }

    boolean isDraining() {
        return draining;
    }

    private Channel channel() {
        if (context == null) {
            throw new IllegalStateException("not in a pipeline");
        }
        return context.channel();
    }

    private void refuse(ChannelHandlerContext ctx, Http1Violation violation) {
        discarding = true;
        var stream = current;
        current = null;
        boolean answer = stream == null || !stream.hasStarted();
        if (stream == null) {
            requests.onViolation(violation.status(), violation.details());
        } else {
            stream.ended(StreamReset.protocolError(violation.details()));
        }
        if (answer) {
            var body = HttpResponseStatus.valueOf(violation.status()).reasonPhrase();
            var head =
                    new Head.Response(
                            violation.status(),
                            Headers.of(
                                    "content-length", Integer.toString(body.length()),
                                    "content-type", "text/plain",
                                    "connection", "close"));
            var writer = new Http1Writer(ctx.channel());
            writer.response(head, false, false, false);
            writer.data(Unpooled.copiedBuffer(body, StandardCharsets.US_ASCII), true);
        }
        LingeringClose.closeLater(ctx.channel());
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        discarding = true;
        var stream = current;
        current = null;
        if (stream != null) {
            stream.ended(StreamReset.closed("downstream closed"));
        }
        unread.release();
        unread = Unpooled.EMPTY_BUFFER;
        ctx.fireChannelInactive();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (current != null && ctx.channel().isWritable()) {
            current.writable();
        }
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        var _ = ctx.close(); // the connection is broken; its stream hears of it as it closes
    }
}
