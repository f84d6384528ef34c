package io.windrose.config.resource;

import io.windrose.kernel.Selector;
import java.util.List;

/// One rule for connections of which nothing is known but addresses and ports.
///
/// @param matches one of them suffices; empty matches every connection
public record TcpRoute(List<Match> matches, List<WeightedDestination> to) {
    public TcpRoute {
        matches = List.copyOf(matches);
        to = List.copyOf(to);
    }

    /// @param destinationSubnets addresses or CIDRs; empty for any
    /// @param port 0 for any
    /// @param sourceSubnet address or CIDR; empty for any
    /// @param gateways replaces that of the VirtualService; empty keeps it
    public record Match(
            List<String> destinationSubnets,
            int port,
            String sourceSubnet,
            Selector sourceLabels,
            String sourceNamespace,
            List<String> gateways) {
        public Match {
            destinationSubnets = List.copyOf(destinationSubnets);
            gateways = List.copyOf(gateways);
        }
    }
}
