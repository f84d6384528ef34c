package io.windrose.controlplane;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.netty.NettyServerBuilder;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// The gRPC server: its limits, and what can keep it from listening.
final class XdsServer {
    /// Istio's `ISTIO_GPRC_MAXRECVMSGSIZE`.
    private static final int MAX_REQUEST_BYTES = 4 << 20;

    /// A proxy needs one for its configuration and now and then one for a certificate.
    private static final int MAX_CALLS_PER_CONNECTION = 128;

    private static final int KEEPALIVE_SECONDS = 30;
    private static final int KEEPALIVE_TIMEOUT_SECONDS = 10;
    private static final int MIN_CLIENT_KEEPALIVE_SECONDS = 10;

    private XdsServer() {}

    static Result<Server> start(
            InetSocketAddress address,
            ServerCredentials credentials,
            ServerInterceptor access,
            List<BindableService> services,
            Executor executor) {
        if (address.isUnresolved()) {
            return refused("MESH0702", address, "the host is unknown");
        }
        var builder =
                NettyServerBuilder.forAddress(address, credentials)
                        .executor(executor)
                        .intercept(access)
                        .maxInboundMessageSize(MAX_REQUEST_BYTES)
                        .maxConcurrentCallsPerConnection(MAX_CALLS_PER_CONNECTION)
                        .keepAliveTime(KEEPALIVE_SECONDS, TimeUnit.SECONDS)
                        .keepAliveTimeout(KEEPALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                        .permitKeepAliveTime(MIN_CLIENT_KEEPALIVE_SECONDS, TimeUnit.SECONDS)
                        .permitKeepAliveWithoutCalls(true);
        services.forEach(builder::addService);
        try {
            return Result.ok(builder.build().start());
        } catch (IOException e) {
            return refused("MESH0703", address, reason(e));
        }
    }

    private static String reason(IOException failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage());
    }

    private static <T> Result<T> refused(String code, InetSocketAddress address, String reason) {
        return Result.err(
                Problem.error(
                        code,
                        Place.NOWHERE,
                        "cannot listen on "
                                + address.getHostString()
                                + ":"
                                + address.getPort()
                                + " for proxies: "
                                + reason
                                + "; end the program that uses the address, or name another"));
    }
}
