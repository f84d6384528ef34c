package io.windrose.config.resource;

import io.windrose.kernel.Selector;
import java.util.List;

/// One rule for TLS connections that are passed through unopened, by server name.
///
/// @param matches never empty; one of them suffices
public record TlsRoute(List<Match> matches, List<WeightedDestination> to) {
    public TlsRoute {
        matches = List.copyOf(matches);
        to = List.copyOf(to);
    }

    /// @param sniHosts never empty
    /// @param destinationSubnets addresses or CIDRs; empty for any
    /// @param port 0 for any
    /// @param gateways replaces that of the VirtualService; empty keeps it
    public record Match(
            List<String> sniHosts,
            List<String> destinationSubnets,
            int port,
            Selector sourceLabels,
            String sourceNamespace,
            List<String> gateways) {
        public Match {
            sniHosts = List.copyOf(sniHosts);
            destinationSubnets = List.copyOf(destinationSubnets);
            gateways = List.copyOf(gateways);
        }
    }
}
