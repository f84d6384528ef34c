package io.windrose.traffic.listener;

import io.windrose.traffic.match.IpRange;
import java.util.List;
import java.util.Set;

/// Which connections a filter chain is for; an empty part leaves that question open.
///
/// @param destinationPort 0 for any
/// @param serverNames in lower case, exact or `*.suffix`
/// @param transport `tls`, `raw_buffer` or empty
public record ChainMatch(
        int destinationPort,
        List<IpRange> destinations,
        Set<String> serverNames,
        String transport,
        Set<String> applicationProtocols,
        List<IpRange> directSources,
        SourceType sourceType,
        List<IpRange> sources,
        Set<Integer> sourcePorts) {

    /// Where a connection comes from, roughly.
    public enum SourceType {
        ANY,
        SAME_IP_OR_LOOPBACK,
        EXTERNAL
    }

    public static final ChainMatch ANY =
            new ChainMatch(
                    0,
                    List.of(),
                    Set.of(),
                    "",
                    Set.of(),
                    List.of(),
                    SourceType.ANY,
                    List.of(),
                    Set.of());

    public ChainMatch {
        destinations = List.copyOf(destinations);
        serverNames = Set.copyOf(serverNames);
        applicationProtocols = Set.copyOf(applicationProtocols);
        directSources = List.copyOf(directSources);
        sources = List.copyOf(sources);
        sourcePorts = Set.copyOf(sourcePorts);
    }
}
