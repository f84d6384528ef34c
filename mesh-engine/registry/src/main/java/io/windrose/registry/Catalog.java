package io.windrose.registry;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.KubeService;
import io.windrose.config.resource.PeerAuthentication.Mode;
import io.windrose.config.resource.Resource;
import io.windrose.config.resource.ServiceEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Collects the services of a configuration, wherever they come from.
final class Catalog {
    private static final Comparator<Service> OLDEST_FIRST =
            Comparator.comparing(Service::created)
                    .thenComparing(Service::name)
                    .thenComparing(Service::namespace);

    private final Rules rules;
    private final ServiceFindings findings;
    private final Map<ServiceKey, Service> services = new LinkedHashMap<>();
    private final Map<ServiceKey, Resource> definedBy = new HashMap<>();
    private final TreeMap<ServiceKey, List<Endpoint>> endpoints = new TreeMap<>();

    private Catalog(Rules rules, ServiceFindings findings) {
        this.rules = rules;
        this.findings = findings;
    }

    /// Of services with the same host and namespace, those of Kubernetes win, then the oldest; what
    /// ServiceEntries of one kind have besides is added to it.
    ///
    /// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/model/sidecar.go`,
    ///   `canMergeServices`
    static Services of(ConfigSnapshot config, Rules rules, ServiceFindings findings) {
        var catalog = new Catalog(rules, findings);
        var instances = new Instances(config);
        var kubernetes = new KubernetesServices(config, instances);
        for (var kube : config.all(KubeService.class)) {
            catalog.add(kube, kubernetes.service(kube), kubernetes.endpoints(kube));
        }
        var entries = new ServiceEntries(config, instances);
        for (var entry : Rules.oldestFirst(config.all(ServiceEntry.class))) {
            for (var service : entries.services(entry)) {
                catalog.add(entry, service, entries.endpoints(entry, service));
            }
        }
        return catalog.services(instances);
    }

    private void add(Resource source, Service service, List<Endpoint> found) {
        var winner = definedBy.putIfAbsent(service.key(), source);
        var known = services.get(service.key());
        if (winner == null || known == null) {
            services.put(service.key(), service);
            endpoints.put(service.key(), found.stream().map(this::withMutualTls).toList());
        } else if (mergesWith(known, service)) {
            merge(known, service, found);
        } else {
            findings.hostTaken(service, source, winner);
        }
    }

    private static boolean mergesWith(Service older, Service younger) {
        return older.origin() == Service.Origin.SERVICE_ENTRY
                && younger.origin() == Service.Origin.SERVICE_ENTRY
                && older.resolution() == younger.resolution()
                && older.exportTo().equals(younger.exportTo())
                && older.labels().equals(younger.labels());
    }

    /// The ports of both, the older's where both have one, and the endpoints of both.
    private void merge(Service older, Service younger, List<Endpoint> found) {
        var ports = new ArrayList<>(older.ports());
        younger.ports().stream()
                .filter(port -> older.port(port.number()).isEmpty())
                .forEach(ports::add);
        services.put(older.key(), older.withPorts(ports));
        var numbers = ports.stream().map(ServicePort::number).toList();
        endpoints.put(
                older.key(),
                Stream.concat(
                                endpoints.getOrDefault(older.key(), List.of()).stream(),
                                found.stream().map(this::withMutualTls))
                        .distinct()
                        .sorted(Comparator.comparingInt(one -> numbers.indexOf(one.servicePort())))
                        .toList());
    }

    private Endpoint withMutualTls(Endpoint endpoint) {
        var workload = endpoint.workload();
        boolean mutualTls =
                workload.hasProxy()
                        && rules.mutualTls(workload.namespace(), workload.labels())
                                        .effect()
                                        .at(endpoint.port())
                                != Mode.DISABLE;
        return new Endpoint(
                workload,
                endpoint.address(),
                endpoint.port(),
                endpoint.servicePort(),
                endpoint.weight(),
                endpoint.health(),
                mutualTls);
    }

    private Services services(Instances instances) {
        var workloads = new LinkedHashSet<Workload>();
        instances.pods().forEach(pod -> workloads.add(pod.workload()));
        instances.entries().forEach(entry -> workloads.add(entry.workload()));
        endpoints.values().forEach(all -> all.forEach(one -> workloads.add(one.workload())));
        var sorted = new ArrayList<>(workloads);
        sorted.sort(
                Comparator.comparing(Workload::namespace)
                        .thenComparing(Workload::instance)
                        .thenComparing(workload -> workload.addresses().toString()));
        return new Services(
                services.values().stream().sorted(OLDEST_FIRST).toList(), endpoints, sorted);
    }
}
