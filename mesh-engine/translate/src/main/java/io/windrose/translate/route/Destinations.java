package io.windrose.translate.route;

import io.envoyproxy.envoy.config.route.v3.RouteAction.HashPolicy;
import io.windrose.config.resource.Destination;
import java.util.List;
import java.util.OptionalInt;

/// What routes need to know of the services that they lead to.
interface Destinations {

    /// The port to take where a rule names none; empty to take that of the request.
    OptionalInt onlyPort(String host);

    /// What a request's endpoint is chosen by; empty when it does not depend on the request.
    ///
    /// @param port of the service, as it stands in the cluster's name
    List<HashPolicy> hashing(Destination to, int port);
}
