package io.windrose.shell.canary;

import io.windrose.registry.MeshSnapshot;
import io.windrose.session.ShiftableRoute;
import io.windrose.workspace.session.Picture;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What one route's versions answered in each moment, made once for each: moments stay the same
/// objects while pictures come and go, and there are many.
final class Intervals {
    private Map<Picture.Moment, Observation.Interval> known = new IdentityHashMap<>();
    private @Nullable MeshSnapshot mesh;
    private @Nullable ShiftableRoute route;

    /// @param make for a moment that was not there in the picture before, or in another mesh
    List<Observation.Interval> of(
            List<Picture.Moment> moments,
            MeshSnapshot newMesh,
            ShiftableRoute newRoute,
            Function<Picture.Moment, Observation.Interval> make) {
        if (newMesh != mesh || !newRoute.equals(route)) {
            known.clear();
            mesh = newMesh;
            route = newRoute;
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
