package io.windrose.shell.canary;

import io.windrose.session.ShiftableRoute;
import io.windrose.workspace.session.Picture;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What one route's versions answered in each moment, made once for each: moments stay the same
/// objects while pictures come and go, and there are many.
final class Intervals {
    private IdentityHashMap<Picture.Moment, Observation.Interval> known = new IdentityHashMap<>();
    private Optional<ShiftableRoute> route = Optional.empty();
    private long version;

    /// @param newVersion of the configuration, which says what the versions' workloads are
    /// @param make for a moment that was not there in the picture before, or in another mesh
    List<Observation.Interval> of(
            List<Picture.Moment> moments,
            long newVersion,
            ShiftableRoute newRoute,
            Function<Picture.Moment, Observation.Interval> make) {
        if (newVersion != version || !route.equals(Optional.of(newRoute))) {
            known.clear();
            version = newVersion;
            route = Optional.of(newRoute);
        }
        var kept = new IdentityHashMap<Picture.Moment, Observation.Interval>();
        var intervals = new ArrayList<Observation.Interval>();
        for (var moment : moments) {
            var interval = known.computeIfAbsent(moment, make);
            kept.put(moment, interval);
            intervals.add(interval);
        }
        known = kept;
        return intervals;
    }
}
