package io.windrose.registry;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.EndpointPort;
import io.windrose.config.resource.EndpointSlice;
import io.windrose.config.resource.KubeEndpoints;
import io.windrose.config.resource.KubeService;
import io.windrose.config.resource.KubeService.TargetPort;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.ObjectRef;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.NamespacedName;
import io.windrose.registry.Endpoint.Health;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Kubernetes Services as services of the mesh, with what their EndpointSlices list, or their
/// Endpoints where they have no slice.
final class KubernetesServices {
    private static final String EXPORT_TO = "networking.istio.io/exportTo";

    private final MeshConfig mesh;
    private final Instances instances;
    private final Map<NamespacedName, List<EndpointSlice>> slices = new HashMap<>();
    private final Map<NamespacedName, KubeEndpoints> endpoints = new HashMap<>();

    KubernetesServices(ConfigSnapshot config, Instances instances) {
        this.mesh = config.meshConfig();
        this.instances = instances;
        for (var slice : config.all(EndpointSlice.class)) {
            var service = new NamespacedName(slice.meta().namespace(), slice.serviceName());
            slices.computeIfAbsent(service, _ -> new ArrayList<>()).add(slice);
        }
        config.all(KubeEndpoints.class)
                .forEach(object -> endpoints.put(object.meta().name(), object));
    }

    Service service(KubeService kube) {
        var name = kube.meta().name();
        boolean alias = kube.type() == KubeService.Type.EXTERNAL_NAME;
        return new Service(
                new Hostname(ShortName.ofService(name.name(), name.namespace())),
                name.name(),
                name.namespace(),
                Service.Origin.KUBERNETES,
                kube.meta().created(),
                kube.clusterIps(),
                kube.ports().stream().map(KubernetesServices::port).toList(),
                resolution(kube, alias),
                kube.headless(),
                alias,
                kube.publishNotReadyAddresses(),
                List.of(),
                ExportTo.of(exportTo(kube), name.namespace(), mesh.defaultServiceExportTo()),
                kube.meta().labels());
    }

    private static Resolution resolution(KubeService kube, boolean alias) {
        if (alias) {
            return Resolution.DNS;
        }
        return kube.headless() ? Resolution.PASSTHROUGH : Resolution.STATIC;
    }

    private static List<String> exportTo(KubeService kube) {
        return Stream.of(kube.meta().annotations().getOrDefault(EXPORT_TO, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static ServicePort port(KubeService.Port port) {
        int target =
                switch (port.targetPort()) {
                    case TargetPort.Numbered(var number) -> number;
                    case TargetPort.Named _ -> 0;
                };
        return new ServicePort(
                port.port(),
                port.name(),
                Protocol.ofKubernetes(
                        port.port(), port.name(), port.protocol(), port.appProtocol()),
                target);
    }

    List<Endpoint> endpoints(KubeService kube) {
        if (kube.type() == KubeService.Type.EXTERNAL_NAME) {
            var workload = Workload.unknown(kube.meta().namespace(), kube.externalName());
            return kube.ports().stream()
                    .map(port ->
                            new Endpoint(
                                    workload,
                                    kube.externalName(),
                                    port.port(),
                                    port.port(),
                                    1,
                                    Health.HEALTHY,
                                    false))
                    .toList();
        }
        var name = kube.meta().name();
        var found = new ArrayList<Endpoint>();
        if (slices.containsKey(name)) {
            slices.getOrDefault(name, List.of()).forEach(slice -> addSlice(kube, slice, found));
        } else if (endpoints.containsKey(name)) {
            endpoints.get(name).subsets().forEach(subset -> addSubset(kube, subset, found));
        }
        return found.stream().distinct().toList();
    }

    private void addSlice(KubeService kube, EndpointSlice slice, List<Endpoint> found) {
        for (var endpoint : slice.endpoints()) {
            boolean offered = endpoint.ready() || kube.publishNotReadyAddresses();
            if (offered && !endpoint.terminating()) {
                for (var address : endpoint.addresses()) {
                    add(kube, address, endpoint.target(), slice.ports(), found);
                }
            }
        }
    }

    private void addSubset(KubeService kube, KubeEndpoints.Subset subset, List<Endpoint> found) {
        var offered = new ArrayList<>(subset.ready());
        if (kube.publishNotReadyAddresses()) {
            offered.addAll(subset.notReady());
        }
        for (var address : offered) {
            add(kube, address.ip(), address.target(), subset.ports(), found);
        }
    }

    private void add(
            KubeService kube,
            String address,
            Optional<ObjectRef> target,
            List<EndpointPort> ports,
            List<Endpoint> found) {
        var namespace = kube.meta().namespace();
        var workload =
                instances
                        .behind(namespace, address, target)
                        .orElseGet(() -> Workload.unknown(namespace, address));
        for (var port : kube.ports()) {
            ports.stream()
                    .filter(candidate -> candidate.name().equals(port.name()))
                    .filter(candidate -> candidate.protocol().equals(port.protocol()))
                    .forEach(candidate ->
                            found.add(
                                    new Endpoint(
                                            workload,
                                            address,
                                            candidate.port(),
                                            port.port(),
                                            1,
                                            Health.HEALTHY,
                                            false)));
        }
    }
}
