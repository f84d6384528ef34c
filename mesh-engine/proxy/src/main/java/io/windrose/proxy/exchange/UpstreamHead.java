package io.windrose.proxy.exchange;

import io.netty.util.AsciiString;
import io.windrose.proxy.http.Head;
import io.windrose.proxy.http.HeaderNames;
import io.windrose.proxy.http.Headers;
import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.cluster.Endpoint;
import io.windrose.traffic.route.Decision;

/// The head that goes to the host: rewritten as the route says, with what we add for it.
///
/// @param view the head as routing saw it
record UpstreamHead(
        Link link,
        HttpPlan plan,
        Worker worker,
        Decision.Forward route,
        Head.Request head,
        HeadView view) {

    /// @param attempt counts from 1
    /// @param timeoutMillis what the route allows; 0 for no limit
    Head.Request of(Cluster cluster, Endpoint endpoint, int attempt, long timeoutMillis) {
        var headers = head.headers().copy();
        var facts = route.facts();
        if (!facts.requestHeaders().isEmpty()) {
            facts.requestHeaders()
                    .apply(
                            new HeaderFields(headers),
                            new TemplateValues(link, head, facts.name(), new Headers()));
        }
        var path = head.path();
        var rewritten = route.path().path(view);
        if (!path.contentEquals(rewritten)) {
            if (plan.envoyHeaders()) {
                headers.set(EnvoyHeaders.ORIGINAL_PATH, path);
            }
            path = AsciiString.of(rewritten);
        }
        var authority = head.authority();
        var host = route.host().host(view, endpoint.hostname());
        if (!authority.contentEquals(host)) {
            if (route.appendForwardedHost()) {
                headers.set(HeaderNames.X_FORWARDED_HOST, authority);
            }
            if (plan.envoyHeaders()) {
                headers.set(EnvoyHeaders.ORIGINAL_HOST, authority);
            }
            authority = AsciiString.of(host);
        }
        if (facts.countAttempts()) {
            headers.set(EnvoyHeaders.ATTEMPT_COUNT, Integer.toString(attempt));
        }
        if (plan.envoyHeaders() && timeoutMillis > 0) {
            headers.set(EnvoyHeaders.EXPECTED_TIMEOUT, Long.toString(timeoutMillis));
        }
        if (plan.peerMetadata() != null
                && plan.peerMetadata().toUpstream()
                && cluster.peerExchange()) {
            worker.peers().introduce(headers);
        }
        return new Head.Request(head.method(), scheme(endpoint), authority, path, headers);
    }

    private static AsciiString scheme(Endpoint endpoint) {
        return endpoint.tls() == null ? HeaderNames.HTTP : HeaderNames.HTTPS;
    }
}
