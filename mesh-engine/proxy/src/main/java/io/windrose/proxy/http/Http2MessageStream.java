package io.windrose.proxy.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Stream;
import org.jspecify.annotations.Nullable;

/// One request with its response on an HTTP/2 connection, from either end.
final class Http2MessageStream implements HttpStream {
    private final Http2Endpoint endpoint;
    private final int id;
    private @Nullable Http2Stream stream;
    private @Nullable StreamListener listener;
    private boolean receivedHead;
    private boolean receivedLast;
    private boolean sentLast;
    private boolean over;
    private boolean reading = true;
    private int unconsumed;
    private long received;
    private long sent;

    Http2MessageStream(Http2Endpoint endpoint, int id) {
        this.endpoint = endpoint;
        this.id = id;
    }

    void attach(Http2Stream newStream) {
        stream = newStream;
        endpoint.register(newStream, this);
    }

    void listenWith(StreamListener newListener) {
        listener = newListener;
    }

    /// @param last whether the head was the whole message
    void receivedHead(int bytes, boolean last) {
        received += bytes;
        receivedHead = true;
        receivedLast = last;
    }

    boolean hasHead() {
        return receivedHead;
    }

    @Override
    public void head(Head head, boolean last) {
        if (over || sentLast) {
            return;
        }
        sent += head.headers().bytes();
        sentLast = last;
        var context = endpoint.context();
        var written =
                endpoint.encoder()
                        .writeHeaders(
                                context,
                                id,
                                Http2Heads.encode(head),
                                0,
                                last,
                                context.newPromise());
        if (stream == null) {
            opened(written);
        }
        endpoint.askFlush();
        endEarly(written);
    }

    /// A client's stream comes into being with its first head.
    private void opened(ChannelFuture written) {
        var opened = endpoint.connection().stream(id);
        if (opened != null) {
            attach(opened);
        }
        var _ =
                written.addListener(done -> {
                    if (!done.isSuccess()) {
                        ended(new StreamReset(StreamReset.Kind.REFUSED, "not sent"));
                    }
                });
    }

    @Override
    public void data(ByteBuf data, boolean last) {
        if (over || sentLast || stream == null) {
            data.release();
            return;
        }
        sent += data.readableBytes();
        sentLast = last;
        var context = endpoint.context();
        var written =
                endpoint.encoder().writeData(context, id, data, 0, last, context.newPromise());
        endpoint.askFlush();
        endEarly(written);
    }

    @Override
    public void trailers(Headers trailers) {
        if (over || sentLast) {
            return;
        }
        sent += trailers.bytes();
        sentLast = true;
        var context = endpoint.context();
        var written =
                endpoint.encoder()
                        .writeHeaders(
                                context,
                                id,
                                Http2Heads.trailers(trailers),
                                0,
                                true,
                                context.newPromise());
        endpoint.askFlush();
        endEarly(written);
    }

    /// A server that has said all while the client still talks tells it to stop, by RFC 9113 8.1.
    private void endEarly(ChannelFuture written) {
        if (sentLast && !receivedLast && endpoint.connection().isServer()) {
            var _ = written.addListener(_ -> stopClient());
        }
    }

    private void stopClient() {
        if (!over && !receivedLast) {
            over = true;
            writeReset(Http2Error.NO_ERROR);
        }
    }

    @Override
    public void reset(StreamReset reason) {
        if (over) {
            return;
        }
        over = true;
        if (stream != null) {
            writeReset(
                    reason.kind() == StreamReset.Kind.PROTOCOL_ERROR
                            ? Http2Error.PROTOCOL_ERROR
                            : endpoint.connection().isServer()
                                    ? Http2Error.INTERNAL_ERROR
                                    : Http2Error.CANCEL);
        }
    }

    private void writeReset(Http2Error error) {
        consume();
        var context = endpoint.context();
        var _ = endpoint.resetStream(context, id, error.code(), context.newPromise());
        endpoint.askFlush();
    }

    @Override
    public boolean isWritable() {
        return stream == null || endpoint.encoder().flowController().isWritable(stream);
    }

    @Override
    public void reading(boolean wanted) {
        reading = wanted;
        if (wanted) {
            consume();
        }
    }

    /// Gives back what was held of the flow-control window.
    private void consume() {
        if (unconsumed == 0 || stream == null) {
            return;
        }
        int bytes = unconsumed;
        unconsumed = 0;
        try {
            if (endpoint.connection().local().flowController().consumeBytes(stream, bytes)) {
                endpoint.askFlush();
            }
        } catch (Http2Exception e) {
            reset(StreamReset.protocolError("flow control"));
        }
    }

    @Override
    public long bytesReceived() {
        return received;
    }

    @Override
    public long bytesSent() {
        return sent;
    }

    /// @param data still the caller's
    /// @param bytes with padding
    /// @return how many of `bytes` the peer may send anew
    int received(ByteBuf data, int bytes, boolean last) {
        received += data.readableBytes();
        receivedLast |= last;
        if (over || listener == null) {
            return bytes;
        }
        boolean take = reading;
        listener.onData(data.retain(), last);
        if (take || over) {
            return bytes;
        }
        unconsumed += bytes;
        return 0;
    }

    void deliver(Head head, boolean last) {
        if (!over && listener != null) {
            listener.onHead(head, last);
        }
    }

    void receivedTrailers(Headers trailers) {
        received += trailers.bytes();
        receivedLast = true;
        if (!over && listener != null) {
            listener.onTrailers(trailers);
        }
    }

    void writable() {
        if (!over && listener != null && isWritable()) {
            listener.onWritable();
        }
    }

    void ended(StreamReset reason) {
        if (!over) {
            over = true;
            if (listener != null) {
                listener.onReset(reason);
            }
        }
    }

    /// The codec has dropped the stream: after both messages, or because the connection broke.
    void streamClosed(StreamReset reason) {
        if (receivedLast && sentLast) {
            over = true;
        } else {
            ended(reason);
        }
    }
}
