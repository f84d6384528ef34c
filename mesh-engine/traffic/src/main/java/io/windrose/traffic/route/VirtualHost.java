package io.windrose.traffic.route;

import io.windrose.traffic.match.RequestHead;
import java.util.List;

/// The routes of one set of domains; the first that matches counts.
///
/// @param domains in lower case: exact, `*suffix`, `prefix*` or `*`
public record VirtualHost(String name, List<String> domains, TlsDemand tls, List<Route> routes) {

    /// Which plaintext requests are redirected to `https`.
    public enum TlsDemand {
        NONE,
        EXTERNAL,
        ALL
    }

    private static final Decision NO_ROUTE = new Decision.NoRoute();
    private static final Decision TO_HTTPS =
            new Decision.Redirect(RouteFacts.NONE, RedirectTarget.HTTPS, 301);

    public VirtualHost {
        domains = List.copyOf(domains);
        routes = List.copyOf(routes);
    }

    Decision route(RequestHead head) {
        if (tls != TlsDemand.NONE && demandsTls(head)) {
            return TO_HTTPS;
        }
        for (int i = 0; i < routes.size(); i++) {
            var decision = routes.get(i).decide(head);
            if (decision != null) {
                return decision;
            }
        }
        return NO_ROUTE;
    }

    private boolean demandsTls(RequestHead head) {
        return !head.scheme().equals("https")
                && (tls == TlsDemand.ALL || !"true".equals(head.header("x-envoy-internal")));
    }
}
