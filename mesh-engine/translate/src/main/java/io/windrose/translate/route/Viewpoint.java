package io.windrose.translate.route;

import io.envoyproxy.envoy.config.route.v3.RouteAction.HashPolicy;
import io.windrose.config.resource.Destination;
import io.windrose.config.resource.HttpMatch;
import io.windrose.config.resource.RetryPolicy;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Labels;
import io.windrose.translate.wire.ClusterName;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// From where the routes of a VirtualService are seen: what decides, besides the rule itself, which
/// of them there are and where they lead.
///
/// @param namespace of the calling workload
/// @param labels of the calling workload
/// @param gateways `mesh`, or the gateways as `namespace/name` that requests come through
/// @param port that requests are sent to: of the service, or of the gateway's server
/// @param tls whether requests arrive over TLS that ends here
/// @param destinations what is known of the services that routes lead to
/// @param retries of routes that say nothing; empty for Istio's default
record Viewpoint(
        String namespace,
        Labels labels,
        Set<String> gateways,
        int port,
        boolean tls,
        Destinations destinations,
        Optional<RetryPolicy> retries) {

    /// Whether requests from here can meet the conditions on their source and port at all.
    ///
    /// @see <a href="https://github.com/istio/istio">Istio</a>
    ///   `pilot/pkg/networking/core/route/route.go`, `sourceMatchHTTP`
    boolean meets(HttpMatch match) {
        if (match.port() != 0 && match.port() != port) {
            return false;
        }
        if (!match.gateways().isEmpty()) {
            return isBehindAny(match.gateways());
        }
        return match.sourceLabels().matches(labels)
                && (match.sourceNamespace().isEmpty() || match.sourceNamespace().equals(namespace));
    }

    boolean isBehindAny(Collection<String> names) {
        return !Collections.disjoint(gateways, names);
    }

    String cluster(Destination to) {
        return ClusterName.outbound(portOf(to), to.subset(), new Hostname(to.host()));
    }

    /// `host:port`, as spans are named.
    String address(Destination to) {
        return to.host() + ":" + portOf(to);
    }

    List<HashPolicy> hashing(Destination to) {
        return destinations.hashing(to, portOf(to));
    }

    private int portOf(Destination to) {
        return to.port() != 0 ? to.port() : destinations.onlyPort(to.host()).orElse(port);
    }
}
