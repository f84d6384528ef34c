package io.windrose.session;

import io.windrose.kernel.NamespacedName;
import io.windrose.kernel.TrafficSplit;

/// What somebody wants of the mesh, before it is said in YAML.
public sealed interface Intent {

    /// The requests of one route shall divide like this.
    ///
    /// @param service `name` is the service's name, or a host with dots as a ServiceEntry has it
    /// @param split all subsets that shall have a share; those not in it shall have none
    /// @param route the name of the HTTP route; empty for the last one without conditions
    record ShiftTraffic(NamespacedName service, TrafficSplit split, String route)
            implements Intent {}

    /// The requests of exactly this route shall divide like this.
    ///
    /// @param service the one among whose subsets they divide
    /// @param split all subsets that shall have a share; those not in it shall have none
    record ShiftRoute(RouteRef route, NamespacedName service, TrafficSplit split)
            implements Intent {}
}
