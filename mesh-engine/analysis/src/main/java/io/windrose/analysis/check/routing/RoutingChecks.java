package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import java.util.List;

/// Routes, destinations, hosts and gateways.
public final class RoutingChecks {
    public static final List<Check> ALL = List.of(new GatewayReferences());

    private RoutingChecks() {}
}
