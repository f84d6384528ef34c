package io.windrose.runtime;

import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.windrose.traffic.RuntimeSnapshot;
import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.listener.Listener;
import io.windrose.traffic.route.RouteTable;
import io.windrose.traffic.tls.SecretName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// From the resources that a proxy was given to the snapshot that it serves.
///
/// - A resource that is refused leaves its last good version in force; the others apply.
/// - A cluster with discovered hosts waits for its endpoints, a listener for its routes; until then
///   the version before goes on serving. An empty list of endpoints counts as endpoints.
/// - Routes do not wait for clusters: a request to a cluster that is not there is answered 503.
/// - What did not change stays the same object.
///
/// Confined to its owner, one instance per proxy.
public final class RuntimeBuilder {

    /// A cluster that serves, and what it was made of.
    private record Served(Cluster cluster, ClusterPlan plan, EndpointSet endpoints) {}

    private final Kept<io.envoyproxy.envoy.config.listener.v3.Listener, Listener> listeners =
            new Kept<>(
                    ResourceType.LISTENER,
                    (message, refusals) -> new ListenerReader(refusals).listener(message));
    private final Kept<RouteConfiguration, RouteTable> routes =
            new Kept<>(
                    ResourceType.ROUTES,
                    (message, refusals) -> new RouteReader(refusals).table(message));
    private final Kept<io.envoyproxy.envoy.config.cluster.v3.Cluster, ClusterPlan> clusters =
            new Kept<>(
                    ResourceType.CLUSTER,
                    (message, refusals) -> new ClusterReader(refusals).plan(message));
    private final Kept<ClusterLoadAssignment, EndpointSet> endpoints =
            new Kept<>(ResourceType.ENDPOINTS, EndpointSet::of);

    private final Map<String, Served> servedClusters = new HashMap<>();
    private final Map<String, Listener> servedListeners = new HashMap<>();
    private RuntimeSnapshot snapshot = RuntimeSnapshot.EMPTY;

    /// Takes everything that the proxy has been given by now.
    public RuntimeUpdate apply(ResourceSet all) {
        endpoints.update(all.endpoints());
        clusters.update(all.clusters());
        routes.update(all.routes());
        listeners.update(all.listeners());
        var warmingClusters = serveClusters();
        var warmingListeners = serveListeners();
        snapshot = next();
        return new RuntimeUpdate(
                snapshot,
                rejections(),
                wantedEndpoints(),
                wantedRoutes(),
                wantedSecrets(),
                warmingClusters,
                warmingListeners);
    }

    /// @return the names of the clusters that wait
    private Set<String> serveClusters() {
        servedClusters.keySet().retainAll(clusters.entries().keySet());
        var warming = new TreeSet<String>();
        clusters.entries()
                .forEach((name, entry) -> {
                    var plan = entry.good();
                    if (plan == null) {
                        return;
                    }
                    var hosts =
                            plan.inline() != null
                                    ? plan.inline()
                                    : endpoints.good(plan.endpointsName());
                    if (hosts == null) {
                        warming.add(name);
                    } else {
                        serve(name, plan, hosts);
                    }
                });
        return warming;
    }

    private void serve(String name, ClusterPlan plan, EndpointSet hosts) {
        var before = servedClusters.get(name);
        if (before == null || !isSame(before.plan(), plan) || !isSame(before.endpoints(), hosts)) {
            servedClusters.put(name, new Served(plan.with(hosts), plan, hosts));
        }
    }

    /// @return the names of the listeners that wait
    private Set<String> serveListeners() {
        servedListeners.keySet().retainAll(listeners.entries().keySet());
        var warming = new TreeSet<String>();
        listeners
                .entries()
                .forEach((name, entry) -> {
                    var listener = entry.good();
                    if (listener == null) {
                        return;
                    }
                    boolean ready =
                            References.routes(listener).stream()
                                    .allMatch(table -> routes.good(table) != null);
                    if (ready) {
                        servedListeners.put(name, listener);
                    } else {
                        warming.add(name);
                    }
                });
        return warming;
    }

    /// The snapshot before, when nothing changed.
    private RuntimeSnapshot next() {
        var nextClusters = new HashMap<String, Cluster>();
        servedClusters.forEach((name, served) -> nextClusters.put(name, served.cluster()));
        var nextRoutes = new HashMap<String, RouteTable>();
        routes.entries()
                .forEach((name, entry) -> {
                    var table = entry.good();
                    if (table != null) {
                        nextRoutes.put(name, table);
                    }
                });
        if (isSame(snapshot.clusters(), nextClusters)
                && isSame(snapshot.routes(), nextRoutes)
                && isSame(snapshot.listeners(), servedListeners)) {
            return snapshot;
        }
        var secrets = new HashSet<SecretName>();
        servedListeners.values().forEach(listener -> References.secrets(listener, secrets::add));
        servedClusters.values().forEach(served -> secrets(served.plan(), secrets));
        return new RuntimeSnapshot(servedListeners, nextRoutes, nextClusters, secrets);
    }

    private List<Rejection> rejections() {
        var rejections = new ArrayList<Rejection>();
        for (var kept : List.of(listeners, routes, clusters, endpoints)) {
            kept.entries()
                    .forEach((name, entry) -> {
                        if (!entry.refusal().isEmpty()) {
                            rejections.add(kept.rejection(name, entry.refusal()));
                        }
                    });
        }
        return rejections;
    }

    private Set<String> wantedEndpoints() {
        var names = new TreeSet<String>();
        for (var entry : clusters.entries().values()) {
            var plan = entry.good();
            if (plan != null && !plan.endpointsName().isEmpty()) {
                names.add(plan.endpointsName());
            }
        }
        return names;
    }

    private Set<String> wantedRoutes() {
        var names = new TreeSet<String>();
        for (var entry : listeners.entries().values()) {
            var listener = entry.good();
            if (listener != null) {
                names.addAll(References.routes(listener));
            }
        }
        servedListeners.values().forEach(served -> names.addAll(References.routes(served)));
        return names;
    }

    private Set<SecretName> wantedSecrets() {
        var names = new HashSet<>(snapshot.secrets());
        for (var entry : listeners.entries().values()) {
            var listener = entry.good();
            if (listener != null) {
                References.secrets(listener, names::add);
            }
        }
        for (var entry : clusters.entries().values()) {
            var plan = entry.good();
            if (plan != null) {
                secrets(plan, names);
            }
        }
        return names;
    }

    private static void secrets(ClusterPlan plan, Set<SecretName> to) {
        plan.contexts().forEach(tls -> References.secrets(tls.settings(), to::add));
    }

    private static boolean isSame(Map<String, ?> before, Map<String, ?> after) {
        return before.size() == after.size()
                && after.entrySet().stream()
                        .allMatch(entry -> isSame(before.get(entry.getKey()), entry.getValue()));
    }

    /// What is read once per version is compared by identity.
    @SuppressWarnings("ReferenceEquality") // equal versions are never read twice
    private static boolean isSame(@Nullable Object a, @Nullable Object b) {
        return a == b;
    }
}
