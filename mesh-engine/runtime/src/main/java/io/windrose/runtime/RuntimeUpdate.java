package io.windrose.runtime;

import io.windrose.traffic.RuntimeSnapshot;
import io.windrose.traffic.tls.SecretName;
import java.util.List;
import java.util.Set;

/// What a set of resources amounts to.
///
/// @param snapshot to be served from now on
/// @param rejections of every resource whose newest version is refused, in the order of type and
///   name; one stays here as long as that version does
/// @param wantedEndpoints EDS names to be subscribed to
/// @param wantedRoutes RDS names to be subscribed to
/// @param wantedSecrets needed by what is served and by what waits
/// @param warmingClusters whose newest version waits for endpoints
/// @param warmingListeners whose newest version waits for routes
public record RuntimeUpdate(
        RuntimeSnapshot snapshot,
        List<Rejection> rejections,
        Set<String> wantedEndpoints,
        Set<String> wantedRoutes,
        Set<SecretName> wantedSecrets,
        Set<String> warmingClusters,
        Set<String> warmingListeners) {

    public RuntimeUpdate {
        rejections = List.copyOf(rejections);
        wantedEndpoints = Set.copyOf(wantedEndpoints);
        wantedRoutes = Set.copyOf(wantedRoutes);
        wantedSecrets = Set.copyOf(wantedSecrets);
        warmingClusters = Set.copyOf(warmingClusters);
        warmingListeners = Set.copyOf(warmingListeners);
    }
}
