package io.windrose.translate.scope;

import io.windrose.config.resource.ConnectionPool;
import io.windrose.config.resource.Gateway;
import io.windrose.config.resource.ServerTls;
import io.windrose.config.resource.Sidecar;
import io.windrose.config.resource.TlsSecret;
import io.windrose.kernel.Labels;
import io.windrose.kernel.NamespacedName;
import io.windrose.registry.AppliedRule;
import io.windrose.registry.DestinationPolicy.PortPolicy;
import io.windrose.registry.MeshSnapshot;
import io.windrose.registry.MutualTlsModes;
import io.windrose.registry.Service;
import io.windrose.registry.Target;
import io.windrose.translate.wire.SecretName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Gathers the scope of one proxy from a mesh.
final class Scoping {
    private final MeshSnapshot mesh;
    private final ProxyNode node;
    private final ProxyTraits proxy;

    Scoping(MeshSnapshot mesh, ProxyNode node) {
        this.mesh = mesh;
        this.node = node;
        this.proxy = node.traits();
    }

    ProxyScope scope() {
        return switch (proxy.role()) {
            case SIDECAR -> sidecar();
            case GATEWAY -> gateway();
        };
    }

    private ProxyScope sidecar() {
        var seen = mesh.visibility(proxy.namespace(), proxy.labels());
        var mutualTls = mutualTls();
        return new ProxyScope(
                proxy,
                mesh.mesh(),
                seen.sidecar(),
                seen.outbound(),
                seen.egress(),
                seen.services().stream().map(this::upstream).toList(),
                workloadLabels(),
                inbound(mutualTls, seen.sidecar()),
                mutualTls,
                mesh.rules().authorizationPolicies(proxy.namespace(), proxy.labels()),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    private ProxyScope gateway() {
        var served = mesh.rules().gateways(proxy.labels());
        return new ProxyScope(
                proxy,
                mesh.mesh(),
                Optional.empty(),
                mesh.mesh().outboundMode(),
                List.of(),
                mesh.visibleToGateway(proxy.namespace()).stream().map(this::upstream).toList(),
                workloadLabels(),
                List.of(),
                mutualTls(),
                mesh.rules().authorizationPolicies(proxy.namespace(), proxy.labels()),
                served.stream().map(this::served).toList(),
                gatewayPorts(),
                secrets(served));
    }

    private MutualTlsModes mutualTls() {
        return mesh.rules().mutualTls(proxy.namespace(), proxy.labels()).effect();
    }

    private Upstream upstream(Service service) {
        return new Upstream(
                service,
                mesh.services().endpoints(service),
                mesh.rules().destinationPolicy(proxy.namespace(), proxy.labels(), service),
                mesh.rules().mutualTls(service.namespace()).effect().mode());
    }

    /// What is served at the proxy's addresses. Where several workloads share an address, as on one
    /// machine, only what belongs to the proxy's own instance counts.
    private List<Target> targets() {
        var here =
                node.addresses().stream()
                        .flatMap(address -> mesh.services().targetsAt(address).stream())
                        .filter(target -> namespaceOf(target).equals(proxy.namespace()))
                        .toList();
        var own =
                here.stream()
                        .filter(target ->
                                target.endpoint().workload().instance().equals(node.pod()))
                        .toList();
        return own.isEmpty() ? here : own;
    }

    private Labels workloadLabels() {
        return targets().stream()
                .map(target -> target.endpoint().workload().labels())
                .findFirst()
                .orElse(proxy.labels());
    }

    private static String namespaceOf(Target target) {
        return target.endpoint().workload().namespace();
    }

    private List<InboundPort> inbound(MutualTlsModes mutualTls, Optional<Sidecar> sidecar) {
        var byPort = new TreeMap<Integer, List<Target>>();
        for (var target : targets()) {
            byPort.computeIfAbsent(target.endpoint().port(), _ -> new ArrayList<>()).add(target);
        }
        return byPort.values().stream()
                .map(targets -> inboundPort(targets, mutualTls, sidecar))
                .toList();
    }

    private InboundPort inboundPort(
            List<Target> targets, MutualTlsModes mutualTls, Optional<Sidecar> sidecar) {
        var first = targets.getFirst();
        int port = first.endpoint().port();
        return new InboundPort(
                port,
                first.service(),
                first.port(),
                targets.stream().map(Target::service).distinct().toList(),
                proxy.interception().redirects() ? "" : first.endpoint().address(),
                mutualTls.at(port),
                sidecar.flatMap(Sidecar::inboundConnectionPool).or(() -> ownPool(first)));
    }

    /// The workload's own DestinationRule limits connections to the application, too.
    private Optional<ConnectionPool> ownPool(Target target) {
        return mesh.rules()
                .destinationPolicy(proxy.namespace(), proxy.labels(), target.service())
                .map(AppliedRule::effect)
                .map(policy -> policy.at(target.port().number()))
                .flatMap(PortPolicy::connectionPool);
    }

    private ServedGateway served(Gateway gateway) {
        return new ServedGateway(
                gateway,
                mesh.rules().virtualServices(proxy.namespace(), gateway.meta().name().toString()));
    }

    private SortedMap<Integer, Integer> gatewayPorts() {
        var ports = new TreeMap<Integer, Integer>();
        targets()
                .forEach(target ->
                        ports.putIfAbsent(target.port().number(), target.endpoint().port()));
        return ports;
    }

    /// The secrets that the servers of the gateways name, where they exist in the proxy's
    /// namespace, the only one from which it may be sent any.
    private SortedMap<String, TlsSecret> secrets(List<Gateway> served) {
        var found = new TreeMap<String, TlsSecret>();
        served.stream()
                .flatMap(gateway -> gateway.servers().stream())
                .flatMap(server -> server.tls().stream())
                .flatMap(Scoping::credentialNames)
                .forEach(name -> {
                    find(name).ifPresent(it -> found.put(SecretName.credential(name), it));
                    find(name + SecretName.CA_SUFFIX)
                            .or(() -> find(name).filter(it -> !it.caCertificates().isEmpty()))
                            .ifPresent(it -> found.put(SecretName.credentialCa(name), it));
                });
        return found;
    }

    private static Stream<String> credentialNames(ServerTls tls) {
        return Stream.concat(tls.credentialNames().stream(), Stream.of(tls.caCertCredentialName()))
                .filter(name -> !name.isEmpty());
    }

    /// @param name `name`, or `namespace/name` when that is the proxy's own namespace
    private Optional<TlsSecret> find(String name) {
        int slash = name.indexOf('/');
        if (slash >= 0 && !name.substring(0, slash).equals(proxy.namespace())) {
            return Optional.empty();
        }
        var bare = name.substring(slash + 1);
        return mesh.rules().secret(new NamespacedName(proxy.namespace(), bare));
    }
}
