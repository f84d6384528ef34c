package io.windrose.analysis.check.routing;

import io.windrose.analysis.Kinds;
import io.windrose.analysis.Workloads;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the checks of this package share.
final class Routing {
    /// Of which kinds an object is, or makes, a workload.
    static final Set<String> WORKLOADS = workloads();

    private Routing() {}

    private static Set<String> workloads() {
        var kinds = new HashSet<>(Workloads.OWNERS);
        kinds.add(Kinds.POD);
        kinds.add(Kinds.NAMESPACE);
        return Set.copyOf(kinds);
    }

    /// `app: reviews, version: v1`.
    static String words(Map<String, String> labels) {
        return String.join(
                ", ",
                labels.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList());
    }
}
