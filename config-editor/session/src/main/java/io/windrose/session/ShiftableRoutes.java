package io.windrose.session;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.DestinationRule;
import io.windrose.config.resource.HttpAction;
import io.windrose.config.resource.HttpRoute;
import io.windrose.config.resource.ResourceId;
import io.windrose.config.resource.VirtualService;
import io.windrose.config.resource.WeightedDestination;
import io.windrose.kernel.Labels;
import io.windrose.kernel.NamespacedName;
import io.windrose.kernel.TrafficSplit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;

/// Which routes of a configuration can be shifted, and why the others cannot.
///
/// @param routes by VirtualService, then in its order
/// @param obstacles what looks like a case for a shift and is none, in the same order
public record ShiftableRoutes(List<ShiftableRoute> routes, List<Obstacle> obstacles) {
    public static final ShiftableRoutes NONE = new ShiftableRoutes(List.of(), List.of());

    /// @param object the one to change so that it could be shifted
    /// @param place `http[0]`; empty for the object as a whole
    /// @param why one sentence
    public record Obstacle(ResourceId object, String place, NamespacedName service, String why) {}

    public ShiftableRoutes {
        routes = List.copyOf(routes);
        obstacles = List.copyOf(obstacles);
    }

    public static ShiftableRoutes in(ConfigSnapshot config) {
        var found = new Search(config);
        config.all(VirtualService.class).forEach(found::look);
        config.all(DestinationRule.class).forEach(found::unrouted);
        return new ShiftableRoutes(found.marked(), found.obstacles);
    }

    private static final class Search {
        private final ConfigSnapshot config;
        private final List<ShiftableRoute> routes = new ArrayList<>();
        private final List<Obstacle> obstacles = new ArrayList<>();
        private final Map<NamespacedName, Integer> ways = new HashMap<>();

        Search(ConfigSnapshot config) {
            this.config = config;
        }

        void look(VirtualService object) {
            for (int i = 0; i < object.http().size(); i++) {
                var route = object.http().get(i);
                if (route.action() instanceof HttpAction.Forward(var to)) {
                    look(object, new RouteRef(object.id(), i, route.name()), route, to);
                }
            }
        }

        private void look(
                VirtualService object,
                RouteRef ref,
                HttpRoute route,
                List<WeightedDestination> to) {
            var services = new LinkedHashSet<NamespacedName>();
            to.forEach(one ->
                    services.add(service(one.destination().host(), object.meta().namespace())));
            services.forEach(service -> ways.merge(service, 1, Integer::sum));
            var service = services.getFirst();
            if (services.size() > 1) {
                var names = String.join(", ", services.stream().map(NamespacedName::name).toList());
                obstacles.add(
                        new Obstacle(
                                object.id(),
                                ref.label(),
                                service,
                                "It divides requests among several services (%s); a shift divides those of one."
                                        .formatted(names)));
                return;
            }
            var labels = subsets(service);
            var weights = weights(to, labels);
            if (weights.size() > 1) {
                to.stream()
                        .filter(one -> one.destination().subset().isEmpty())
                        .forEach(_ -> labels.putFirst("", Labels.NONE));
                routes.add(
                        new ShiftableRoute(
                                ref,
                                service,
                                object.origin().file(),
                                scaled(weights),
                                labels,
                                true,
                                !route.matches().isEmpty()));
            } else {
                obstacles.add(
                        new Obstacle(object.id(), ref.label(), service, tooFew(service, labels)));
            }
        }

        void unrouted(DestinationRule rule) {
            var service = service(rule.host(), rule.meta().namespace());
            if (!rule.subsets().isEmpty() && !ways.containsKey(service)) {
                obstacles.add(
                        new Obstacle(
                                rule.id(),
                                "",
                                service,
                                "No VirtualService routes requests to %s; a shift changes the weights of a route that exists."
                                        .formatted(service.name())));
            }
        }

        List<ShiftableRoute> marked() {
            return routes.stream()
                    .map(one ->
                            new ShiftableRoute(
                                    one.ref(),
                                    one.service(),
                                    one.file(),
                                    one.split(),
                                    one.labels(),
                                    ways.getOrDefault(one.service(), 0) == 1,
                                    one.matched()))
                    .toList();
        }

        private SequencedMap<String, Labels> subsets(NamespacedName service) {
            var hosts = new ServiceHosts(service);
            var subsets = new LinkedHashMap<String, Labels>();
            for (var rule : config.all(DestinationRule.class)) {
                if (hosts.isHostOf(rule)) {
                    rule.subsets().forEach(one -> subsets.putIfAbsent(one.name(), one.labels()));
                }
            }
            return subsets;
        }

        private static SequencedMap<String, Integer> weights(
                List<WeightedDestination> to, SequencedMap<String, Labels> subsets) {
            var weights = new LinkedHashMap<String, Integer>();
            for (var one : to) {
                weights.merge(
                        one.destination().subset(),
                        to.size() == 1 ? 1 : one.weight(),
                        Integer::sum);
            }
            subsets.keySet().forEach(name -> weights.putIfAbsent(name, 0));
            return weights;
        }

        private static String tooFew(NamespacedName service, SequencedMap<String, Labels> subsets) {
            return subsets.isEmpty()
                    ? "No DestinationRule defines subsets of %s, so there is nothing to divide its requests among."
                            .formatted(service.name())
                    : "%s has one subset only (%s), so there is nobody to give way."
                            .formatted(service.name(), subsets.firstEntry().getKey());
        }

        /// @param host as it stands in an object of that namespace
        private static NamespacedName service(String host, String namespace) {
            var parts = host.split("\\.", 3);
            return parts.length == 3 && parts[2].equals("svc.cluster.local")
                    ? new NamespacedName(parts[1], parts[0])
                    : new NamespacedName(namespace, host);
        }
    }

    /// Shares of 100 in proportion to the weights; what rounding down leaves over goes one by one
    /// to the largest remainders, the earlier of equal ones first. All on the first where every
    /// weight is zero.
    static TrafficSplit scaled(SequencedMap<String, Integer> weights) {
        long sum = weights.values().stream().mapToLong(Integer::longValue).sum();
        var shares = new LinkedHashMap<String, Integer>();
        weights.forEach(
                (name, weight) -> shares.put(name, sum == 0 ? 0 : (int) (100L * weight / sum)));
        int left = 100 - shares.values().stream().mapToInt(Integer::intValue).sum();
        if (sum == 0) {
            shares.merge(weights.firstEntry().getKey(), left, Integer::sum);
            return new TrafficSplit(shares);
        }
        record Remainder(long size, int position, String name) implements Comparable<Remainder> {
            @Override
            public int compareTo(Remainder other) {
                return size != other.size
                        ? Long.compare(other.size, size)
                        : Integer.compare(position, other.position);
            }
        }
        var remainders = new TreeSet<Remainder>();
        weights.forEach((name, weight) ->
                remainders.add(new Remainder(100L * weight % sum, remainders.size(), name)));
        remainders.stream().limit(left).forEach(one -> shares.merge(one.name, 1, Integer::sum));
        return new TrafficSplit(shares);
    }
}
