package io.windrose.registry;

import io.windrose.kernel.Hostname;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The services of a mesh and what answers for them, with the indexes that look-ups need.
///
/// Equality is that of the services, endpoints and workloads.
public final class Services {
    public static final Services NONE = new Services(List.of(), new TreeMap<>(), List.of());

    private final List<Service> oldestFirst;
    private final SortedMap<ServiceKey, List<Endpoint>> endpoints;
    private final List<Workload> workloads;
    private final Map<Hostname, List<Service>> byHost = new HashMap<>();
    private final Map<String, List<Target>> byAddress = new HashMap<>();

    Services(
            List<Service> oldestFirst,
            SortedMap<ServiceKey, List<Endpoint>> endpoints,
            List<Workload> workloads) {
        this.oldestFirst = List.copyOf(oldestFirst);
        this.endpoints = Collections.unmodifiableSortedMap(new TreeMap<>(endpoints));
        this.workloads = List.copyOf(workloads);
        for (var service : this.oldestFirst) {
            add(byHost, service.host(), service);
            for (var endpoint : endpoints(service)) {
                service.port(endpoint.servicePort())
                        .ifPresent(port ->
                                add(
                                        byAddress,
                                        endpoint.address(),
                                        new Target(service, port, endpoint)));
            }
        }
    }

    /// In Istio's order: by age, then name, then namespace.
    public List<Service> all() {
        return oldestFirst;
    }

    /// The services with exactly this host, one per namespace that defines it; oldest first.
    public List<Service> of(Hostname host) {
        return Collections.unmodifiableList(byHost.getOrDefault(host, List.of()));
    }

    public Optional<Service> find(ServiceKey key) {
        return of(key.host()).stream()
                .filter(service -> service.namespace().equals(key.namespace()))
                .findFirst();
    }

    /// Of all its ports; in the order of the configuration, those of one port together.
    public List<Endpoint> endpoints(Service service) {
        return endpoints.getOrDefault(service.key(), List.of());
    }

    /// By namespace, then instance.
    public List<Workload> workloads() {
        return workloads;
    }

    /// Everything that is served at an address; the oldest service first.
    public List<Target> targetsAt(String address) {
        return Collections.unmodifiableList(byAddress.getOrDefault(address, List.of()));
    }

    private static <K, V> void add(Map<K, List<V>> index, K key, V value) {
        index.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Services that
                        && oldestFirst.equals(that.oldestFirst)
                        && endpoints.equals(that.endpoints)
                        && workloads.equals(that.workloads));
    }

    @Override
    public int hashCode() {
        return oldestFirst.hashCode();
    }

    @Override
    public String toString() {
        return "Services" + oldestFirst.stream().map(Service::key).toList();
    }
}
