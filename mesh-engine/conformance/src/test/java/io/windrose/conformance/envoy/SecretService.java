package io.windrose.conformance.envoy;

import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.SpiffeId;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Reading;
import io.windrose.kernel.Result;
import io.windrose.proxy.bootstrap.ServerAddress;
import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.secret.SdsServer;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;

/// What Istio's agent is beside a stock Envoy: it hands over one workload's certificate.
final class SecretService implements AutoCloseable {
    private final EventLoops loops;
    private final SdsServer server;

    private SecretService(EventLoops loops, SdsServer server) {
        this.loops = loops;
        this.server = server;
    }

    static SecretService start(CertificateAuthority authority, SpiffeId id) {
        var certificate = valueOf(authority.issueServer(id, List.of()));
        var live = new Live<>(Reading.fresh(certificate, Instant.EPOCH));
        var loops = EventLoops.of(1);
        var address = new ServerAddress.Tcp("127.0.0.1", 0);
        return new SecretService(
                loops, valueOf(SdsServer.start(address, live, Owner.direct(), loops)));
    }

    /// `host:port`.
    String address() {
        return "127.0.0.1:" + ((InetSocketAddress) server.address()).getPort();
    }

    @Override
    public void close() {
        server.close();
        loops.close();
    }

    private static <T> T valueOf(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
