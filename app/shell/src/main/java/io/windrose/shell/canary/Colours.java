package io.windrose.shell.canary;

import io.windrose.session.ShiftableRoute;
import io.windrose.shell.panel.VersionColours;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Which of the four colours each subset of a route has: those of the versions which they select,
/// as in the graph, also where the route leads to some of the versions only. Where the graph does
/// not tell all subsets apart, because it does not have a version or has more than four, they
/// follow the order of their names.
///
/// @param versions of the graph; empty while nothing was measured
record Colours(VersionColours versions, ShiftableRoute route) {
    private static final String LABEL = "version";

    /// 1 to 4.
    int of(String subset) {
        var subsets = List.copyOf(new TreeSet<>(route.split().percentBySubset().keySet()));
        var known = subsets.stream().flatMap(each -> inGraph(each).stream()).distinct().count();
        return known == subsets.size() && subsets.contains(subset)
                ? inGraph(subset).orElseThrow()
                : VersionColours.number(Math.max(0, subsets.indexOf(subset)));
    }

    private Optional<Integer> inGraph(String subset) {
        var labels = Optional.ofNullable(route.labels().get(subset));
        return versions.number(labels.flatMap(each -> each.get(LABEL)).orElse(subset));
    }
}
