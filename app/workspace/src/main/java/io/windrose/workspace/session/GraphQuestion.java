package io.windrose.workspace.session;

import io.windrose.topology.GraphType;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the picture shall show.
///
/// @param namespaces empty means all
/// @param window how far back to look; shortened to what is known so far
/// @param idle also workloads and services without traffic
/// @param find expression whose matches are marked; empty for none
/// @param hide expression whose matches are left out; empty for none
public record GraphQuestion(
        GraphType type,
        SortedSet<String> namespaces,
        Duration window,
        boolean idle,
        String find,
        String hide) {
    public static final GraphQuestion DEFAULT =
            new GraphQuestion(
                    GraphType.VERSIONED_APP, new TreeSet<>(), Duration.ofMinutes(1), false, "", "");

    public GraphQuestion {
        namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
    }
}
