package io.windrose.proxy.exchange;

import io.netty.util.AsciiString;
import io.windrose.proxy.http.Head;
import io.windrose.proxy.http.HeaderNames;
import io.windrose.proxy.http.Headers;
import io.windrose.telemetry.RequestId;
import io.windrose.telemetry.TraceContext;
import io.windrose.traffic.match.IpAddress;
import org.jspecify.annotations.Nullable;

/// What a connection manager does to every request before anybody decides about it: one form of
/// path, no hop-by-hop headers, a request id, the addresses and certificate of the client.
///
/// @see <a href="https://github.com/envoyproxy/envoy">Envoy</a> `conn_manager_utility.cc`
final class RequestScreen {

    /// @param head ready to be decided about
    /// @param client the trusted address of the client; null when it is the peer's own
    record Screened(Head.Request head, @Nullable IpAddress client) {}

    private RequestScreen() {}

    /// @return null when the path is refused
    static @Nullable Screened screen(Head.Request head, Link link, HttpPlan plan, Worker worker) {
        var manager = plan.manager();
        var path = head.path().toString();
        var normal = new PathNormalizer(manager.paths()).normal(path);
        if (normal == null) {
            return null;
        }
        var headers = head.headers();
        HopByHop.strip(headers, headers.contains(HeaderNames.UPGRADE));
        boolean edge = manager.client().useRemoteAddress();
        var client = ClientAddress.trusted(headers, manager.client(), link.remote());
        EnvoyHeaders.distrust(headers, edge);
        if (edge || !headers.contains(HeaderNames.X_FORWARDED_PROTO)) {
            headers.set(
                    HeaderNames.X_FORWARDED_PROTO,
                    link.tls().encrypted() ? HeaderNames.HTTPS : HeaderNames.HTTP);
        }
        requestId(headers, plan, edge, worker);
        ClientCertificate.forward(headers, manager.certificate(), link.tls());
        trace(headers, plan, worker);
        if (!manager.via().isEmpty()) {
            var before = headers.joined(HeaderNames.VIA);
            headers.set(
                    HeaderNames.VIA,
                    before == null ? manager.via() : before + ", " + manager.via());
        }
        var screened =
                normal.equals(path)
                        ? head
                        : new Head.Request(
                                head.method(),
                                head.scheme(),
                                head.authority(),
                                AsciiString.of(normal),
                                headers);
        return new Screened(screened, client);
    }

    private static void requestId(Headers headers, HttpPlan plan, boolean edge, Worker worker) {
        var rules = plan.manager().requestId();
        boolean distrusted = edge && !rules.preserveExternal();
        if (rules.generate() && (distrusted || !headers.contains(HeaderNames.X_REQUEST_ID))) {
            headers.set(HeaderNames.X_REQUEST_ID, RequestId.next(worker.random()));
        }
    }

    private static void trace(Headers headers, HttpPlan plan, Worker worker) {
        var tracing = plan.manager().tracing();
        if (tracing == null) {
            return;
        }
        var random = worker.random();
        TraceContext.continued(
                        name -> headers.joined(AsciiString.of(name)),
                        tracing.random().covers(random.nextLong()),
                        random)
                .headers()
                .forEach((name, value) -> headers.set(AsciiString.of(name), value));
    }
}
