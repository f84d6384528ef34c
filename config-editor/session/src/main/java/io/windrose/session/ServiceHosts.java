package io.windrose.session;

import io.windrose.config.resource.DestinationRule;
import io.windrose.config.resource.HttpAction;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.VirtualService;
import io.windrose.kernel.NamespacedName;

/// The hosts that mean one service.
///
/// @param service its name may be a host with dots, which then is taken as it is, too
record ServiceHosts(NamespacedName service) {
    private static final String DOMAIN = ".svc.cluster.local";

    String fullName() {
        return service.name() + "." + service.namespace() + DOMAIN;
    }

    /// @param host as it stands in an object of that namespace, where a name without a dot is one
    ///   of the namespace's own services
    boolean isMeantBy(String host, String namespace) {
        var full = host.contains(".") ? host : host + "." + namespace + DOMAIN;
        return full.equals(fullName())
                || (service.name().contains(".") && host.equals(service.name()));
    }

    boolean isHostOf(VirtualService routes) {
        return routes.hosts().stream().anyMatch(host -> isMeantBy(host, namespace(routes.meta())));
    }

    boolean isDestinationOf(VirtualService routes) {
        return routes.http().stream()
                .anyMatch(route ->
                        route.action() instanceof HttpAction.Forward(var to)
                                && to.stream()
                                        .anyMatch(one ->
                                                isMeantBy(
                                                        one.destination().host(),
                                                        namespace(routes.meta()))));
    }

    boolean isHostOf(DestinationRule rule) {
        return isMeantBy(rule.host(), namespace(rule.meta()));
    }

    private static String namespace(ObjectMeta meta) {
        return meta.namespace();
    }
}
