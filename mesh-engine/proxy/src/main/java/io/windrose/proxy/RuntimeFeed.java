package io.windrose.proxy;

import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.windrose.kernel.Live;
import io.windrose.proxy.secret.SecretStore;
import io.windrose.proxy.xds.ResourceSink;
import io.windrose.proxy.xds.XdsLedger;
import io.windrose.proxy.xds.XdsType;
import io.windrose.runtime.ResourceSet;
import io.windrose.runtime.RuntimeBuilder;
import io.windrose.runtime.RuntimeUpdate;
import io.windrose.traffic.RuntimeSnapshot;
import io.windrose.traffic.tls.SecretName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Turns static and dynamic resources into what the data path serves. Confined to the proxy's
/// owner.
final class RuntimeFeed implements ResourceSink {
    private final Bootstrap bootstrap;
    private final SecretStore secrets;
    private final RuntimeBuilder builder = new RuntimeBuilder();
    private final Live<RuntimeSnapshot> runtime = new Live<>(RuntimeSnapshot.EMPTY);
    private Set<String> warming = Set.of();

    RuntimeFeed(Bootstrap bootstrap, SecretStore secrets) {
        this.bootstrap = bootstrap;
        this.secrets = secrets;
    }

    Live<RuntimeSnapshot> runtime() {
        return runtime;
    }

    /// Listeners and clusters that wait for what they refer to.
    Set<String> warming() {
        return warming;
    }

    @Override
    public Outcome apply(XdsLedger offered) {
        var update = builder.apply(resources(offered));
        var rejections = new ArrayList<Rejection>();
        update.rejections().forEach(each -> rejections.add(rejection(each)));
        secrets.deliver(secretMessages(offered))
                .forEach((name, why) -> rejections.add(new Rejection(XdsType.SECRET, name, why)));
        if (!runtime.get().equals(update.snapshot())) {
            secrets.follow(update.snapshot());
            runtime.set(update.snapshot());
        }
        warming =
                update.warmingListeners().isEmpty() && update.warmingClusters().isEmpty()
                        ? Set.of()
                        : union(update.warmingListeners(), update.warmingClusters());
        return new Outcome(rejections, wanted(update));
    }

    private ResourceSet resources(XdsLedger offered) {
        var given = bootstrap.getStaticResources();
        return new ResourceSet(
                all(
                        given.getListenersList(),
                        Listener::getName,
                        offered,
                        XdsType.LISTENER,
                        Listener.class),
                all(
                        List.of(),
                        RouteConfiguration::getName,
                        offered,
                        XdsType.ROUTES,
                        RouteConfiguration.class),
                all(
                        given.getClustersList(),
                        Cluster::getName,
                        offered,
                        XdsType.CLUSTER,
                        Cluster.class),
                all(
                        List.of(),
                        ClusterLoadAssignment::getClusterName,
                        offered,
                        XdsType.ENDPOINTS,
                        ClusterLoadAssignment.class));
    }

    /// Static resources win over dynamic ones of the same name, as in Envoy.
    private static <T extends Message> Map<String, T> all(
            List<T> given,
            Function<T, String> name,
            XdsLedger offered,
            XdsType type,
            Class<T> kind) {
        var all = new LinkedHashMap<String, T>();
        offered.messages(type).forEach((key, message) -> all.put(key, kind.cast(message)));
        given.forEach(each -> all.put(name.apply(each), each));
        return all;
    }

    private Map<String, Secret> secretMessages(XdsLedger offered) {
        return all(
                bootstrap.getStaticResources().getSecretsList(),
                Secret::getName,
                offered,
                XdsType.SECRET,
                Secret.class);
    }

    /// Names of secrets that another server than the control plane knows are not asked for.
    private static Map<XdsType, Set<String>> wanted(RuntimeUpdate update) {
        var wanted = new EnumMap<XdsType, Set<String>>(XdsType.class);
        wanted.put(XdsType.ENDPOINTS, update.wantedEndpoints());
        wanted.put(XdsType.ROUTES, update.wantedRoutes());
        wanted.put(
                XdsType.SECRET,
                update.wantedSecrets().stream()
                        .filter(secret -> secret.server().isEmpty())
                        .map(SecretName::name)
                        .filter(name -> !isOwn(name))
                        .collect(Collectors.toUnmodifiableSet()));
        return wanted;
    }

    private static boolean isOwn(String name) {
        return name.equals(SecretStore.OWN) || name.equals(SecretStore.ROOTS);
    }

    private static Rejection rejection(io.windrose.runtime.Rejection rejection) {
        var type =
                switch (rejection.type()) {
                    case LISTENER -> XdsType.LISTENER;
                    case ROUTES -> XdsType.ROUTES;
                    case CLUSTER -> XdsType.CLUSTER;
                    case ENDPOINTS -> XdsType.ENDPOINTS;
                };
        return new Rejection(type, rejection.name(), rejection.reason());
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        var all = new TreeSet<>(first);
        all.addAll(second);
        return all;
    }
}
