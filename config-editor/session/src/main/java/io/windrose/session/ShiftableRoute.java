package io.windrose.session;

import io.windrose.kernel.Labels;
import io.windrose.kernel.NamespacedName;
import io.windrose.kernel.TrafficSplit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A route whose requests divide among subsets of one service, or could.
///
/// @param service its name is a host with dots where the route names one that is no service's
/// @param file where the VirtualService stands, as its source names it
/// @param split what the route asks for, scaled to 100; first the subsets that it names in their
///   order, then those that a DestinationRule defines and it does not use, at 0. An empty name is
///   the service as a whole
/// @param labels what selects the endpoints of each subset; absent for one that nobody defines
/// @param only no other route of the configuration leads to the service, so that all its requests
///   took this one
/// @param matched only requests that meet conditions take it
public record ShiftableRoute(
        RouteRef ref,
        NamespacedName service,
        String file,
        TrafficSplit split,
        SequencedMap<String, Labels> labels,
        boolean only,
        boolean matched) {

    public ShiftableRoute {
        labels = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(labels));
    }
}
