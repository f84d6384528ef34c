package io.windrose.traffic.route;

import io.windrose.traffic.authorize.RbacRules;
import io.windrose.traffic.fault.FaultPlan;
import io.windrose.traffic.header.HeaderChanges;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What holds for a request because of the route it took, wherever that route ends. Settings of
/// weighted cluster, route, virtual host and table are merged: the nearest one wins.
///
/// @param name of the route, for the access log; often empty
/// @param operation the name of a trace's span; empty when the route gives none
/// @param requestHeaders to be applied before the request goes on
/// @param responseHeaders to be applied before the response goes back
/// @param fault in place of the fault filter's own plan; null when the route says nothing
/// @param cors null when the route says nothing; the filter itself has no policy
/// @param rbac by filter name, in place of that RBAC filter's own rules; nearly always empty
/// @param countAttempts whether `x-envoy-attempt-count` is sent to the host
public record RouteFacts(
        String name,
        String virtualHost,
        String operation,
        HeaderChanges requestHeaders,
        HeaderChanges responseHeaders,
        @Nullable FaultPlan fault,
        @Nullable CorsPolicy cors,
        Map<String, RbacRules> rbac,
        boolean countAttempts) {

    /// Where no route was found.
    public static final RouteFacts NONE =
            new RouteFacts(
                    "",
                    "",
                    "",
                    HeaderChanges.NONE,
                    HeaderChanges.NONE,
                    null,
                    null,
                    Map.of(),
                    false);

    public RouteFacts {
        rbac = Map.copyOf(rbac);
    }
}
