package io.windrose.traffic.listener;

import java.time.Duration;
import java.util.List;

/// Bytes go through to a host, unseen. A duration of zero means no limit.
///
/// @param hashByClient whether the client's address decides on the host
/// @param idle without a byte in both directions
/// @param connectAttempts at least 1
public record TcpProxy(
        String statPrefix,
        List<Target> targets,
        boolean hashByClient,
        Duration idle,
        Duration maxConnection,
        int connectAttempts,
        List<AccessLog> accessLogs)
        implements Terminal {

    public TcpProxy {
        targets = List.copyOf(targets);
        accessLogs = List.copyOf(accessLogs);
        if (targets.isEmpty() || targets.stream().mapToLong(Target::weight).sum() < 1) {
            throw new IllegalArgumentException("targets need a weight: " + targets);
        }
    }

    /// @param weight among the targets; 0 takes no connection
    public record Target(String cluster, int weight) {}

    /// The cluster for a connection that drew `random`.
    public String pick(long random) {
        if (targets.size() == 1) {
            return targets.getFirst().cluster();
        }
        long total = targets.stream().mapToLong(Target::weight).sum();
        long point = Long.remainderUnsigned(random, total);
        int i = 0;
        while (point >= targets.get(i).weight()) {
            point -= targets.get(i).weight();
            i++;
        }
        return targets.get(i).cluster();
    }
}
