package io.windrose.proxy.xds;

import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.windrose.proxy.bootstrap.ServerAddress;
import io.windrose.proxy.loop.EventLoops;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Connections to a control plane on this machine: plain HTTP/2, with our token on each call.
public final class ControlChannel {
    /// A full mesh's clusters may be tens of megabytes in one message.
    private static final int LARGEST_MESSAGE = 128 << 20;

    private static final int KEEP_ALIVE_SECONDS = 30;

    private ControlChannel() {}

    /// @param metadata sent with each call; lower-case names
    /// @return not connected until it is first used; callbacks run on the event loops
    public static ManagedChannel open(
            ServerAddress server, Map<String, String> metadata, EventLoops loops) {
        var address = loops.own(server.socketAddress());
        return NettyChannelBuilder.forAddress(address)
                .overrideAuthority("control-plane")
                .eventLoopGroup(loops.group())
                .channelType(loops.client(address))
                .directExecutor()
                .usePlaintext()
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
                .intercept(headers(metadata))
                .build();
    }

    private static ClientInterceptor headers(Map<String, String> metadata) {
        var headers = new Metadata();
        metadata.forEach((name, value) ->
                headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }
}
