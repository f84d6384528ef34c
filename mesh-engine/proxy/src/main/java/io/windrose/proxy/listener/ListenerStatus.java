package io.windrose.proxy.listener;

import io.windrose.kernel.Problem;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/// Which listeners have their socket, and what keeps the others from theirs.
///
/// @param bound by name; the real port where the configuration said 0
/// @param applied how many snapshots have been applied so far
public record ListenerStatus(
        Map<String, InetSocketAddress> bound, List<Problem> problems, int applied) {
    public static final ListenerStatus NONE = new ListenerStatus(Map.of(), List.of(), 0);

    public ListenerStatus {
        bound = Map.copyOf(bound);
        problems = List.copyOf(problems);
    }
}
