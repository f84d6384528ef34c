package io.windrose.traffic.listener;

import io.windrose.traffic.authorize.RbacRules;
import io.windrose.traffic.fault.FaultPlan;
import java.util.List;

/// One step of a request's way through a connection manager; a route may replace its settings.
public sealed interface HttpFilter {

    /// @param name of the filter, by which a route's own rules are found
    record Rbac(String name, RbacRules rules) implements HttpFilter {}

    record Fault(FaultPlan plan) implements HttpFilter {}

    /// Has policies only on routes.
    record Cors() implements HttpFilter {}

    record GrpcStats() implements HttpFilter {}

    /// Istio's metadata exchange in headers.
    ///
    /// @param fromDownstream the caller's `x-envoy-peer-metadata` headers are read
    /// @param toDownstream ours go out with the response
    /// @param fromUpstream the answer's are read
    /// @param toUpstream ours go out with the request
    record PeerMetadata(
            boolean fromDownstream, boolean toDownstream, boolean fromUpstream, boolean toUpstream)
            implements HttpFilter {}

    /// Istio's choice of ALPN names by the version that the client speaks with us.
    record Alpn(List<String> http10, List<String> http11, List<String> http2)
            implements HttpFilter {
        public Alpn {
            http10 = List.copyOf(http10);
            http11 = List.copyOf(http11);
            http2 = List.copyOf(http2);
        }
    }

    /// Istio's standard metrics.
    ///
    /// @param hostHeaderFallback whether an unknown service is named after the request's host
    record IstioStats(boolean hostHeaderFallback) implements HttpFilter {}

    /// The last step.
    ///
    /// @param suppressEnvoyHeaders whether `x-envoy-*` headers of our own are left out
    record Router(boolean suppressEnvoyHeaders) implements HttpFilter {}
}
