package io.windrose.shell.canary;

import io.windrose.session.ShiftableRoute;
import io.windrose.shell.panel.VersionColours;
import java.util.Optional;
import java.util.TreeSet;

/// Which of the four colours each subset of a route has: that of the version which it selects, as
/// in the graph, also where the route leads to some of the versions only.
///
/// @param versions of the graph; empty while nothing was measured
record Colours(VersionColours versions, ShiftableRoute route) {
    private static final String LABEL = "version";

    /// 1 to 4; by the order of the names where the graph does not have the version.
    int of(String subset) {
        var version =
                Optional.ofNullable(route.labels().get(subset))
                        .flatMap(labels -> labels.get(LABEL))
                        .orElse(subset);
        return versions.number(version).orElseGet(() -> byName(subset));
    }

    private int byName(String subset) {
        var names = new TreeSet<>(route.split().percentBySubset().keySet());
        return VersionColours.number(names.headSet(subset).size());
    }
}
