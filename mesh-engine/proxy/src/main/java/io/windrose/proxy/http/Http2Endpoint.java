package io.windrose.proxy.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameAdapter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import org.jspecify.annotations.Nullable;

/// One end of an HTTP/2 connection: turns frames into calls on [Http2MessageStream]s.
///
/// Streams are plain objects on the codec's own stream table, without a channel each, so that a
/// request costs no pipeline.
final class Http2Endpoint extends Http2ConnectionHandler {

    /// What differs between server and client.
    interface Role {
        /// A message's first head, or one after informational heads.
        ///
        /// @param known null when the peer has just opened the stream
        void onHead(
                Http2Stream stream,
                @Nullable Http2MessageStream known,
                Http2Headers head,
                boolean last)
                throws Http2Exception;

        /// Streams may have ended, or the peer changed its limits.
        void onChange();

        void onInactive();
    }

    private final Http2Connection.PropertyKey key;
    private final int connectionWindow;
    private @Nullable Role role;
    private @Nullable ChannelHandlerContext context;
    private @Nullable TurnFlush flush;

    Http2Endpoint(
            Http2ConnectionDecoder decoder,
            Http2ConnectionEncoder encoder,
            Http2Settings settings,
            int connectionWindow) {
        super(decoder, encoder, settings);
        this.connectionWindow = connectionWindow;
        key = connection().newKey();
        decoder.frameListener(new Frames());
        connection().addListener(new Streams());
    }

    void play(Role newRole) {
        role = newRole;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
        context = ctx;
        flush = new TurnFlush(ctx.channel());
        super.handlerAdded(ctx);
        enlargeWindow();
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        super.channelActive(ctx);
        enlargeWindow();
    }

    /// HTTP/2 has no setting for the connection's window; it grows by an update after the preface.
    private void enlargeWindow() throws Http2Exception {
        var stream = connection().connectionStream();
        var flow = connection().local().flowController();
        int missing = connectionWindow - flow.initialWindowSize(stream);
        if (context != null && context.channel().isActive() && missing > 0) {
            flow.incrementWindowSize(stream, missing);
            askFlush();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        super.channelInactive(ctx);
        if (role != null) {
            role.onInactive();
        }
    }

    /// What is not about HTTP/2 means that the connection below is broken.
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) throws Exception {
        if (Http2CodecUtil.getEmbeddedHttp2Exception(cause) == null) {
            var _ = ctx.close();
        } else {
            super.exceptionCaught(ctx, cause);
        }
    }

    ChannelHandlerContext context() {
        if (context == null) {
            throw new IllegalStateException("not in a pipeline");
        }
        return context;
    }

    void askFlush() {
        if (flush != null) {
            flush.ask();
        }
    }

    void register(Http2Stream stream, Http2MessageStream messages) {
        stream.setProperty(key, messages);
    }

    private @Nullable Http2MessageStream messages(@Nullable Http2Stream stream) {
        return stream == null ? null : stream.getProperty(key);
    }

    /// Called by the flow controller, which is made before this handler.
    void writabilityChanged(Http2Stream stream) {
        var messages = messages(stream);
        if (messages != null) {
            messages.writable();
        }
    }

    private final class Frames extends Http2FrameAdapter {
        @Override
        public void onHeadersRead(
                ChannelHandlerContext ctx,
                int streamId,
                Http2Headers headers,
                int streamDependency,
                short weight,
                boolean exclusive,
                int padding,
                boolean endStream)
                throws Http2Exception {
            onHeadersRead(ctx, streamId, headers, padding, endStream);
        }

        @Override
        public void onHeadersRead(
                ChannelHandlerContext ctx,
                int streamId,
                Http2Headers headers,
                int padding,
                boolean endStream)
                throws Http2Exception {
            var stream = connection().stream(streamId);
            var known = messages(stream);
            if (known != null && known.hasHead()) {
                if (!endStream) {
                    throw Http2Exception.streamError(
                            streamId, Http2Error.PROTOCOL_ERROR, "headers amid a message");
                }
                known.receivedTrailers(Http2Heads.fields(headers));
            } else if (role != null && stream != null) {
                role.onHead(stream, known, headers, endStream);
            }
        }

        @Override
        public int onDataRead(
                ChannelHandlerContext ctx,
                int streamId,
                ByteBuf data,
                int padding,
                boolean endOfStream) {
            var messages = messages(connection().stream(streamId));
            int bytes = data.readableBytes() + padding;
            return messages == null ? bytes : messages.received(data, bytes, endOfStream);
        }

        @Override
        public void onRstStreamRead(ChannelHandlerContext ctx, int streamId, long errorCode) {
            var messages = messages(connection().stream(streamId));
            if (messages != null) {
                boolean refused = errorCode == Http2Error.REFUSED_STREAM.code();
                messages.ended(
                        new StreamReset(
                                refused ? StreamReset.Kind.REFUSED : StreamReset.Kind.REMOTE,
                                "remote reset " + Http2Error.valueOf(errorCode)));
            }
        }

        @Override
        public void onSettingsRead(ChannelHandlerContext ctx, Http2Settings settings) {
            if (role != null) {
                role.onChange();
            }
        }
    }

    private final class Streams extends Http2ConnectionAdapter {
        @Override
        public void onStreamClosed(Http2Stream stream) {
            var messages = messages(stream);
            if (messages != null) {
                messages.streamClosed(reasonOfClose(stream));
            }
            if (role != null) {
                role.onChange();
            }
        }

        private StreamReset reasonOfClose(Http2Stream stream) {
            boolean unseen =
                    connection().goAwayReceived()
                            && stream.id() > connection().local().lastStreamKnownByPeer();
            return unseen
                    ? new StreamReset(StreamReset.Kind.REFUSED, "connection is going away")
                    : StreamReset.closed("connection termination");
        }
    }
}
