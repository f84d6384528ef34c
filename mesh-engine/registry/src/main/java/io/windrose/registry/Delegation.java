package io.windrose.registry;

import io.windrose.config.resource.Fault;
import io.windrose.config.resource.HeaderOperations;
import io.windrose.config.resource.HttpAction;
import io.windrose.config.resource.HttpRoute;
import io.windrose.config.resource.VirtualService;
import io.windrose.kernel.NamespacedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the routes of other VirtualServices in place of the routes that delegate to them; one level
/// deep.
///
/// @see <a
///   href="https://istio.io/latest/docs/reference/config/networking/virtual-service/">`Delegate`</a>
final class Delegation {
    private final Map<NamespacedName, VirtualService> delegates = new LinkedHashMap<>();
    private final List<String> defaultExportTo;

    /// @param rules with names spelled out
    Delegation(List<VirtualService> rules, List<String> defaultExportTo) {
        this.defaultExportTo = defaultExportTo;
        for (var rule : rules) {
            if (rule.hosts().isEmpty()) {
                delegates.put(rule.meta().name(), rule);
            }
        }
    }

    /// `root` with only routes of its own or of its delegates; a delegate that is missing or not
    /// exported to the root's namespace contributes none.
    VirtualService resolve(VirtualService root) {
        if (root.http().stream().noneMatch(r -> r.action() instanceof HttpAction.Delegate)) {
            return root;
        }
        var routes = new ArrayList<HttpRoute>();
        for (var route : root.http()) {
            if (route.action() instanceof HttpAction.Delegate(var target)) {
                delegate(target, root.meta().namespace())
                        .ifPresent(delegate ->
                                delegate.http().stream()
                                        .map(inner -> merge(route, inner))
                                        .flatMap(Optional::stream)
                                        .forEach(routes::add));
            } else {
                routes.add(route);
            }
        }
        return new VirtualService(
                root.meta(),
                root.origin(),
                root.hosts(),
                root.gateways(),
                routes,
                root.tls(),
                root.tcp(),
                root.exportTo());
    }

    private Optional<VirtualService> delegate(NamespacedName target, String rootNamespace) {
        return Optional.ofNullable(delegates.get(target))
                .filter(delegate ->
                        ExportTo.of(delegate.exportTo(), target.namespace(), defaultExportTo)
                                .includes(rootNamespace));
    }

    /// What the delegate leaves open, the root decides; empty when their matches contradict.
    private static Optional<HttpRoute> merge(HttpRoute root, HttpRoute delegate) {
        return MatchIntersection.of(root.matches(), delegate.matches())
                .map(matches ->
                        new HttpRoute(
                                name(root.name(), delegate.name()),
                                matches,
                                delegate.action(),
                                delegate.timeout().or(root::timeout),
                                delegate.retries().or(root::retries),
                                delegate.fault().equals(Fault.NONE)
                                        ? root.fault()
                                        : delegate.fault(),
                                delegate.mirrors().isEmpty() ? root.mirrors() : delegate.mirrors(),
                                delegate.cors().or(root::cors),
                                delegate.headers().equals(HeaderOperations.NONE)
                                        ? root.headers()
                                        : delegate.headers(),
                                delegate.rewrite().or(root::rewrite)));
    }

    private static String name(String root, String delegate) {
        if (root.isEmpty() || delegate.isEmpty()) {
            return root + delegate;
        }
        return root + "-" + delegate;
    }
}
