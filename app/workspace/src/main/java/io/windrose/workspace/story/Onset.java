package io.windrose.workspace.story;

import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.workspace.session.Picture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// When something began to fail that fails now.
///
/// @param before whether it failed already when the history began, so that `at` is only that
record Onset(Instant at, boolean before) {

    /// So many failures would have been expected of requests that all went well: by chance alone
    /// that happens once in a hundred times.
    private static final double EXPECTED_FAILURES = 4.6;

    /// The first failure since the last recovery; a few requests that happened to go well are none.
    ///
    /// @param errorShare of the requests, 0 to 1, as it is now
    /// @return empty when nothing failed in the history
    static Optional<Onset> of(
            List<Picture.Moment> history,
            Function<TopologySnapshot, Traffic> traffic,
            double errorShare) {
        int first = -1;
        double well = 0;
        for (int i = history.size() - 1; i >= 0; i--) {
            var moment = history.get(i);
            var flow = traffic.apply(moment.graph());
            if (flow.errorRate() > 0) {
                first = i;
                well = 0;
            } else {
                well += flow.ratePerSecond() * moment.interval().toMillis() / 1e3;
            }
            if (first >= 0 && well * errorShare > EXPECTED_FAILURES) {
                break;
            }
        }
        if (first < 0) {
            return Optional.empty();
        }
        var moment = history.get(first);
        return Optional.of(new Onset(moment.at().minus(moment.interval()), first == 0));
    }
}
