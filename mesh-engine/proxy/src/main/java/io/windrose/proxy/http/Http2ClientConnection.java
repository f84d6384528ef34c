package io.windrose.proxy.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import org.jspecify.annotations.Nullable;

/// An upstream HTTP/2 connection, shared by as many requests as both ends allow.
public final class Http2ClientConnection implements ClientConnection, Http2Endpoint.Role {
    private final Channel channel;
    private final ClientConnection.Owner owner;
    private final Http2Endpoint endpoint;
    private final int maxStreams;
    private boolean draining;

    public Http2ClientConnection(
            Channel channel, ClientConnection.Owner owner, HttpSettings settings) {
        this.channel = channel;
        this.owner = owner;
        maxStreams = settings.maxStreams();
        endpoint = Http2Endpoints.client(settings);
        endpoint.play(this);
    }

    /// For the connection's pipeline.
    public ChannelHandler handler() {
        return endpoint;
    }

    @Override
    public boolean hasRoom() {
        var connection = endpoint.connection();
        return !draining
                && channel.isActive()
                && !connection.goAwayReceived()
                && connection.local().canOpenStream()
                && connection.numActiveStreams() < maxStreams;
    }

    @Override
    public int activeRequests() {
        return endpoint.connection().numActiveStreams();
    }

    @Override
    public HttpStream open(StreamListener listener) {
        int id = endpoint.connection().local().incrementAndGetNextStreamId();
        var messages = new Http2MessageStream(endpoint, id);
        messages.listenWith(listener);
        return messages;
    }

    @Override
    public void drain() {
        draining = true;
        var _ = channel.close(); // says GOAWAY and waits for the streams
    }

    @Override
    public void onHead(
            Http2Stream stream, @Nullable Http2MessageStream known, Http2Headers head, boolean last)
            throws Http2Exception {
        if (known == null) {
            return;
        }
        var response = Http2Heads.response(stream.id(), head);
        if (!response.isInformational()) {
            known.receivedHead(response.headers().bytes(), last);
        }
        known.deliver(response, last);
    }

    @Override
    public void onChange() {
        owner.roomChanged(this);
    }

    @Override
    public void onInactive() {
        owner.closed(this);
    }
}
