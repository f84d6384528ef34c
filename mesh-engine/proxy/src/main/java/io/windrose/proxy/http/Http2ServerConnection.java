package io.windrose.proxy.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A downstream HTTP/2 connection: many requests at once.
public final class Http2ServerConnection implements ServerConnection, Http2Endpoint.Role {
    private final RequestListener requests;
    private final Http2Endpoint endpoint;
    private final Duration notice;
    private boolean draining;

    /// @param notice between the word that the connection will end and its end
    public Http2ServerConnection(RequestListener requests, HttpSettings settings, Duration notice) {
        this.requests = requests;
        this.notice = notice;
        endpoint = Http2Endpoints.server(settings);
        endpoint.play(this);
    }

    /// For the connection's pipeline.
    public ChannelHandler handler() {
        return endpoint;
    }

    /// Requests that are on their way are still taken; only after the notice is a last one named.
    ///
    /// @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-6.8">RFC 9113</a> GOAWAY
    @Override
    public void drain() {
        if (draining) {
            return;
        }
        draining = true;
        var context = endpoint.context();
        var _ =
                endpoint.goAway(
                        context,
                        Integer.MAX_VALUE,
                        Http2Error.NO_ERROR.code(),
                        Unpooled.EMPTY_BUFFER,
                        context.newPromise());
        context.flush();
        var channel = context.channel();
        var timer =
                channel.eventLoop()
                        .schedule(() -> end(channel), notice.toMillis(), TimeUnit.MILLISECONDS);
        var _ = channel.closeFuture().addListener(_ -> timer.cancel(false));
    }

    private static void end(Channel channel) {
        var _ = channel.close(); // says GOAWAY again and waits for the streams
    }

    @Override
    public int activeRequests() {
        return endpoint.connection().numActiveStreams();
    }

    @Override
    public void onHead(
            Http2Stream stream, @Nullable Http2MessageStream known, Http2Headers head, boolean last)
            throws Http2Exception {
        var request = Http2Heads.request(stream.id(), head);
        var messages = new Http2MessageStream(endpoint, stream.id());
        messages.attach(stream);
        messages.receivedHead(request.headers().bytes(), last);
        messages.listenWith(requests.onRequest(messages, request, last));
    }

    @Override
    public void onChange() {}

    @Override
    public void onInactive() {}
}
