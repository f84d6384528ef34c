package io.windrose.proxy.exchange;

import io.windrose.proxy.http.HeaderNames;
import io.windrose.proxy.http.Headers;
import io.windrose.traffic.listener.HttpConnection;
import io.windrose.traffic.match.IpAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// Who the client is when proxies in front of us say, and the `x-forwarded-for` that we pass on.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/headers">Envoy
///   on x-forwarded-for</a>
final class ClientAddress {

    private ClientAddress() {}

    /// @return the trusted address; null when it is the peer's own
    static @Nullable IpAddress trusted(
            Headers headers, HttpConnection.Client rules, InetSocketAddress peer) {
        var forwarded = headers.joined(HeaderNames.X_FORWARDED_FOR);
        int hops = rules.useRemoteAddress() ? rules.trustedHops() : rules.trustedHops() + 1;
        var address = fromRight(forwarded, hops);
        if (rules.useRemoteAddress() && !rules.keepForwardedFor()) {
            var ours = peer.getAddress().getHostAddress();
            headers.set(
                    HeaderNames.X_FORWARDED_FOR,
                    forwarded == null || forwarded.isEmpty() ? ours : forwarded + "," + ours);
        }
        return address;
    }

    /// @param position 1 is the right-most; 0 is nobody
    private static @Nullable IpAddress fromRight(@Nullable String forwarded, int position) {
        if (forwarded == null || position == 0) {
            return null;
        }
        var hops = forwarded.split(",", -1);
        return hops.length < position
                ? null
                : IpAddress.parse(hops[hops.length - position].strip());
    }
}
