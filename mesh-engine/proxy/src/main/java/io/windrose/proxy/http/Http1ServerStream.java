package io.windrose.proxy.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/// One request on an [Http1ServerConnection].
final class Http1ServerStream implements HttpStream {
    private static final AsciiString KEEP_ALIVE_VALUE = AsciiString.cached("keep-alive");
    private static final AsciiString UPGRADE_VALUE = AsciiString.cached("upgrade");

    private enum Phase {
        WAITING,
        STARTED,
        OVER
    }

    private final Http1ServerConnection connection;
    private final Channel channel;
    private final Http1Request request;
    private final Http1Writer writer;
    private final TurnFlush flush;
    private @Nullable StreamListener listener;
    private Phase phase = Phase.WAITING;
    private boolean reading = true;
    private boolean closes;
    private boolean requestEnded;
    private long received;

    Http1ServerStream(
            Http1ServerConnection connection,
            Channel channel,
            Http1Request request,
            int headBytes) {
        this.connection = connection;
        this.channel = channel;
        this.request = request;
        writer = new Http1Writer(channel);
        flush = new TurnFlush(channel);
        received = headBytes;
        requestEnded = request.body().equals(Http1Body.NONE);
        closes = !request.keepAlive() || !request.upgrade().isEmpty();
    }

    void listenWith(StreamListener newListener) {
        listener = newListener;
    }

    @Override
    public void head(Head head, boolean last) {
        if (phase != Phase.WAITING || !(head instanceof Head.Response response)) {
            return;
        }
        if (response.isInformational()) {
            writer.response(response, true, true, false);
            flush.ask();
            return;
        }
        phase = Phase.STARTED;
        boolean upgraded = response.status() == 101;
        boolean bodiless =
                request.head().isHead() || response.status() == 204 || response.status() == 304;
        closes |= connection.isDraining();
        var headers = response.headers();
        if (upgraded) {
            headers.set(HeaderNames.CONNECTION, UPGRADE_VALUE);
        } else if (closes) {
            headers.set(HeaderNames.CONNECTION, HeaderNames.CLOSE);
        } else if (request.http10()) {
            headers.set(HeaderNames.CONNECTION, KEEP_ALIVE_VALUE);
        }
        boolean untilClose = upgraded || (request.http10() && !last);
        closes |= untilClose && !headers.contains(HeaderNames.CONTENT_LENGTH);
        writer.response(response, last, bodiless, untilClose);
        written(last);
    }

    @Override
    public void data(ByteBuf data, boolean last) {
        if (phase != Phase.STARTED) {
            data.release();
            return;
        }
        writer.data(data, last);
        written(last);
    }

    /// HTTP/1 clients rarely understand trailers; like Envoy, we end the body without them.
    @Override
    public void trailers(Headers trailers) {
        data(Unpooled.EMPTY_BUFFER, true);
    }

    private void written(boolean last) {
        flush.ask();
        if (last) {
            phase = Phase.OVER;
            connection.responded(this);
        }
    }

    @Override
    public void reset(StreamReset reason) {
        if (phase != Phase.OVER) {
            phase = Phase.OVER;
            connection.abort();
        }
    }

    @Override
    public boolean isWritable() {
        return channel.isWritable();
    }

    @Override
    public void reading(boolean wanted) {
        if (reading != wanted) {
            reading = wanted;
            connection.readingChanged();
        }
    }

    @Override
    public long bytesReceived() {
        return received;
    }

    @Override
    public long bytesSent() {
        return writer.sent();
    }

    boolean isReading() {
        return reading;
    }

    boolean hasStarted() {
        return phase != Phase.WAITING;
    }

    boolean isRequestEnded() {
        return requestEnded;
    }

    boolean closesConnection() {
        return closes;
    }

    void received(ByteBuf data, boolean last) {
        received += data.readableBytes();
        requestEnded |= last;
        if (phase == Phase.OVER || listener == null) {
            data.release();
        } else {
            listener.onData(data, last);
        }
    }

    void writable() {
        if (listener != null && phase != Phase.OVER) {
            listener.onWritable();
        }
    }

    void ended(StreamReset reason) {
        if (phase != Phase.OVER) {
            phase = Phase.OVER;
            if (listener != null) {
                listener.onReset(reason);
            }
        }
    }
}
