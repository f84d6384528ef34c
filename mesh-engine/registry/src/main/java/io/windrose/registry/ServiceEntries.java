package io.windrose.registry;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.ServiceEntry;
import io.windrose.config.resource.WorkloadSpec;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import io.windrose.registry.Endpoint.Health;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// ServiceEntries as services of the mesh: one per host.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/serviceregistry/serviceentry/conversion.go`
final class ServiceEntries {
    private final MeshConfig mesh;
    private final Instances instances;

    ServiceEntries(ConfigSnapshot config, Instances instances) {
        this.mesh = config.meshConfig();
        this.instances = instances;
    }

    List<Service> services(ServiceEntry entry) {
        return entry.hosts().stream().map(host -> service(entry, new Hostname(host))).toList();
    }

    private Service service(ServiceEntry entry, Hostname host) {
        var resolution =
                switch (entry.resolution()) {
                    case NONE -> Resolution.PASSTHROUGH;
                    case STATIC -> Resolution.STATIC;
                    case DNS -> Resolution.DNS;
                    case DNS_ROUND_ROBIN -> Resolution.DNS_ROUND_ROBIN;
                    case DYNAMIC_DNS -> Resolution.DYNAMIC_DNS;
                };
        return new Service(
                host,
                host.value(),
                entry.meta().namespace(),
                Service.Origin.SERVICE_ENTRY,
                entry.meta().created(),
                entry.addresses(),
                entry.ports().stream().map(ServiceEntries::port).toList(),
                resolution,
                false,
                entry.location() == ServiceEntry.Location.MESH_EXTERNAL,
                false,
                entry.subjectAltNames(),
                ExportTo.of(
                        entry.exportTo(), entry.meta().namespace(), mesh.defaultServiceExportTo()),
                entry.meta().labels());
    }

    private static ServicePort port(ServiceEntry.Port port) {
        return new ServicePort(
                port.number(),
                port.name(),
                Protocol.named(port.protocol()),
                port.targetPort() == 0 ? port.number() : port.targetPort());
    }

    /// The endpoints of one of the entry's services.
    List<Endpoint> endpoints(ServiceEntry entry, Service service) {
        var found = new ArrayList<Endpoint>();
        var meta = entry.meta();
        for (var port : service.ports()) {
            if (entry.workloadSelector().isPresent()) {
                addSelected(entry.workloadSelector().get(), meta.namespace(), port, found);
            }
            int index = 0;
            for (var spec : entry.endpoints()) {
                var workload =
                        Instances.workload(
                                spec, meta.namespace(), meta.name().name() + "-" + index++);
                found.add(endpoint(workload, spec, port));
            }
            if (isItsOwnEndpoint(entry, service)) {
                found.add(itself(entry, service, port));
            }
        }
        return List.copyOf(found);
    }

    private static boolean isItsOwnEndpoint(ServiceEntry entry, Service service) {
        boolean byName =
                switch (service.resolution()) {
                    case DNS, DNS_ROUND_ROBIN -> !service.host().isWildcard();
                    case STATIC, PASSTHROUGH, DYNAMIC_DNS -> false;
                };
        return byName && entry.endpoints().isEmpty() && entry.workloadSelector().isEmpty();
    }

    private static Endpoint itself(ServiceEntry entry, Service service, ServicePort port) {
        var name = entry.meta().name().name();
        var address = service.host().value();
        var workload =
                new Workload(
                        entry.meta().namespace(),
                        name,
                        name,
                        List.of(address),
                        Labels.NONE,
                        "",
                        Locality.NOWHERE,
                        "");
        return new Endpoint(
                workload, address, port.targetPort(), port.number(), 1, Health.HEALTHY, false);
    }

    private void addSelected(
            Selector selector, String namespace, ServicePort port, List<Endpoint> found) {
        for (var instance : instances.entries()) {
            var workload = instance.workload();
            if (workload.namespace().equals(namespace) && selector.matches(workload.labels())) {
                found.add(endpoint(workload, instance.entry().spec(), port));
            }
        }
        for (var instance : instances.pods()) {
            var workload = instance.workload();
            if (workload.namespace().equals(namespace) && selector.matches(workload.labels())) {
                workload.addresses()
                        .forEach(ip ->
                                found.add(
                                        new Endpoint(
                                                workload,
                                                ip,
                                                port.targetPort(),
                                                port.number(),
                                                1,
                                                Health.HEALTHY,
                                                false)));
            }
        }
    }

    private static Endpoint endpoint(Workload workload, WorkloadSpec spec, ServicePort port) {
        return new Endpoint(
                workload,
                spec.address(),
                portOf(spec.ports(), port),
                port.number(),
                Math.max(1, spec.weight()),
                Health.HEALTHY,
                false);
    }

    private static int portOf(Map<String, Integer> byName, ServicePort port) {
        return byName.getOrDefault(port.name(), port.targetPort());
    }
}
