package io.windrose.proxy.http;

import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import org.jspecify.annotations.Nullable;

/// A downstream HTTP/2 connection: many requests at once.
public final class Http2ServerConnection implements ServerConnection, Http2Endpoint.Role {
    private final RequestListener requests;
    private final Http2Endpoint endpoint;

    public Http2ServerConnection(RequestListener requests, HttpSettings settings) {
        this.requests = requests;
        endpoint = Http2Endpoints.server(settings);
        endpoint.play(this);
    }

    /// For the connection's pipeline.
    public ChannelHandler handler() {
        return endpoint;
    }

    @Override
    public void drain() {
        var _ = endpoint.context().channel().close(); // says GOAWAY and waits for the streams
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
