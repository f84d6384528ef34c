package io.windrose.runtime;

import io.windrose.traffic.listener.ChainMatch;
import io.windrose.traffic.listener.ChainMatch.SourceType;
import io.windrose.traffic.match.IpAddress;
import io.windrose.traffic.match.IpRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One question of filter-chain matching, in the order in which Envoy asks them.
enum ChainCriterion {
    DESTINATION_PORT {
        @Override
        int closeness(ChainMatch match, Arrival arrival) {
            return exact(match.destinationPort(), arrival.localPort());
        }
    },
    DESTINATION {
        @Override
        int closeness(ChainMatch match, Arrival arrival) {
            return longestPrefix(match.destinations(), arrival.localAddress());
        }
    },
    SERVER_NAME {
        @Override
        int closeness(ChainMatch match, Arrival arrival) {
            if (match.serverNames().isEmpty()) {
                return OPEN;
            }
            var name = arrival.serverName();
            if (match.serverNames().contains(name)) {
                return Integer.MAX_VALUE;
            }
            for (int dot = name.indexOf('.', 1); dot > 0; dot = name.indexOf('.', dot + 1)) {
                if (match.serverNames().contains("*" + name.substring(dot))) {
                    return name.length() - dot;
                }
            }
            return NO_MATCH;
        }
    },
    TRANSPORT {
        @Override
        int closeness(ChainMatch match, Arrival arrival) {
            if (match.transport().isEmpty()) {
                return OPEN;
            }
            return match.transport().equals(arrival.transport()) ? 1 : NO_MATCH;
        }
    },
    PROTOCOL {
        @Override
        int closeness(ChainMatch match, Arrival arrival) {
            if (match.applicationProtocols().isEmpty()) {
                return OPEN;
            }
            int offered = arrival.protocols().size();
            for (int i = 0; i < offered; i++) {
                if (match.applicationProtocols().contains(arrival.protocols().get(i))) {
                    return offered - i;
                }
            }
            return NO_MATCH;
        }
    },
    DIRECT_SOURCE {
        @Override
        int closeness(ChainMatch match, Arrival arrival) {
            return longestPrefix(match.directSources(), arrival.directSource());
        }
    },
    SOURCE_TYPE {
        @Override
        int closeness(ChainMatch match, Arrival arrival) {
            if (match.sourceType() == SourceType.ANY) {
                return OPEN;
            }
            boolean wantsLocal = match.sourceType() == SourceType.SAME_IP_OR_LOOPBACK;
            return wantsLocal == arrival.isLocal() ? 1 : NO_MATCH;
        }
    },
    SOURCE {
        @Override
        int closeness(ChainMatch match, Arrival arrival) {
            return longestPrefix(match.sources(), arrival.source());
        }
    },
    SOURCE_PORT {
        @Override
        int closeness(ChainMatch match, Arrival arrival) {
            if (match.sourcePorts().isEmpty()) {
                return OPEN;
            }
            return match.sourcePorts().contains(arrival.sourcePort()) ? 1 : NO_MATCH;
        }
    };

    static final int NO_MATCH = -1;

    /// The chain does not ask this question.
    static final int OPEN = 0;

    /// How closely the chain describes the connection in this respect: the greater the closer, and
    /// two chains that come equally close name the same value.
    abstract int closeness(ChainMatch match, Arrival arrival);

    private static int exact(int wanted, int actual) {
        if (wanted == 0) {
            return OPEN;
        }
        return wanted == actual ? 1 : NO_MATCH;
    }

    private static int longestPrefix(List<IpRange> ranges, @Nullable IpAddress address) {
        if (ranges.isEmpty()) {
            return OPEN;
        }
        int longest = NO_MATCH;
        for (var range : ranges) {
            if (address != null && range.contains(address)) {
                longest = Math.max(longest, 1 + range.prefix());
            }
        }
        return longest;
    }
}
