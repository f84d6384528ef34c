package io.windrose.proxy.http;

import io.netty.handler.codec.http2.AbstractHttp2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.DefaultHttp2Connection;
import io.netty.handler.codec.http2.DefaultHttp2RemoteFlowController;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.codec.http2.UniformStreamByteDistributor;
import org.jspecify.annotations.Nullable;

/// Puts the parts of Netty's HTTP/2 codec together for one connection.
final class Http2Endpoints
        extends AbstractHttp2ConnectionHandlerBuilder<Http2Endpoint, Http2Endpoints> {
    /// With smaller pieces than a frame, queued bodies would leave as dwarf frames.
    private static final int ALLOCATION_CHUNK = 16 * 1024;

    /// Envoy's burst of stream resets before it takes the peer for an attacker; its refill of 33 a
    /// second makes about as many again in Netty's window.
    private static final int MAX_RESETS = 1000;

    private static final int RESET_WINDOW_SECONDS = 30;

    private final int connectionWindow;
    private final WritabilityRelay writability;

    private Http2Endpoints(boolean server, HttpSettings settings) {
        connectionWindow = settings.connectionWindow();
        writability = new WritabilityRelay();
        var connection = new DefaultHttp2Connection(server);
        var distributor = new UniformStreamByteDistributor(connection);
        distributor.minAllocationChunk(ALLOCATION_CHUNK);
        connection
                .remote()
                .flowController(
                        new DefaultHttp2RemoteFlowController(connection, distributor, writability));
        connection(connection);
        var initial =
                Http2Settings.defaultSettings()
                        .initialWindowSize(settings.streamWindow())
                        .maxHeaderListSize(Http1Syntax.MAX_HEAD_BYTES);
        if (server) {
            initial.maxConcurrentStreams(settings.maxStreams());
            decoderEnforceMaxRstFramesPerWindow(MAX_RESETS, RESET_WINDOW_SECONDS);
        } else {
            initial.pushEnabled(false);
        }
        initialSettings(initial);
    }

    static Http2Endpoint server(HttpSettings settings) {
        return new Http2Endpoints(true, settings).build();
    }

    static Http2Endpoint client(HttpSettings settings) {
        return new Http2Endpoints(false, settings).build();
    }

    @Override
    protected Http2Endpoint build() {
        var endpoint = super.build();
        writability.endpoint = endpoint;
        return endpoint;
    }

    @Override
    protected Http2Endpoint build(
            Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings initial) {
        return new Http2Endpoint(decoder, encoder, initial, connectionWindow);
    }

    /// The flow controller wants its listener before there is an endpoint to listen.
    private static final class WritabilityRelay implements Http2RemoteFlowController.Listener {
        private @Nullable Http2Endpoint endpoint;

        @Override
        public void writabilityChanged(Http2Stream stream) {
            if (endpoint != null) {
                endpoint.writabilityChanged(stream);
            }
        }
    }
}
