package io.windrose.registry;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.Deployment;
import io.windrose.config.resource.DestinationRule;
import io.windrose.config.resource.EndpointSlice;
import io.windrose.config.resource.Gateway;
import io.windrose.config.resource.KubeEndpoints;
import io.windrose.config.resource.KubeService;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.PeerAuthentication;
import io.windrose.config.resource.Pod;
import io.windrose.config.resource.ServiceEntry;
import io.windrose.config.resource.Sidecar;
import io.windrose.config.resource.TlsSecret;
import io.windrose.config.resource.VirtualService;
import io.windrose.config.resource.WorkloadEntry;
import io.windrose.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Makes each mesh from the last one: only the parts whose resources changed are made anew, and
/// every part that comes out equal stays the same object.
///
/// Confined to the owner of the configuration.
public final class MeshBuilder {
    private record Cataloged(Services services, List<Problem> findings) {}

    private final Memo<Rules> rules = new Memo<>();
    private final RulesBuilder rulesBuilder = new RulesBuilder();
    private final Memo<Cataloged> catalog = new Memo<>();
    private final Memo<List<Problem>> ruleFindings = new Memo<>();
    private final Memo<MeshConfig> mesh = new Memo<>();
    private MeshSnapshot last = MeshSnapshot.EMPTY;

    /// The mesh of one configuration by itself.
    public static MeshSnapshot build(ConfigSnapshot config) {
        return new MeshBuilder().next(config);
    }

    /// The mesh that follows the last one; the same object when nothing about the mesh changed.
    public MeshSnapshot next(ConfigSnapshot config) {
        var meshNow = mesh.get(List.of(config.meshConfig()), config::meshConfig);
        var sources = sources(config, meshNow);
        var rulesNow =
                rules.get(
                        List.of(
                                meshNow,
                                sources.virtualServices(),
                                sources.destinationRules(),
                                sources.gateways(),
                                sources.sidecars(),
                                sources.peerAuthentications(),
                                sources.authorizationPolicies(),
                                sources.secrets()),
                        () -> rulesBuilder.next(sources));
        var cataloged =
                catalog.get(
                        List.of(
                                meshNow,
                                sources.peerAuthentications(),
                                config.all(KubeService.class),
                                config.all(ServiceEntry.class),
                                config.all(EndpointSlice.class),
                                config.all(KubeEndpoints.class),
                                config.all(Pod.class),
                                deploymentsBehindAddresses(config),
                                config.all(WorkloadEntry.class)),
                        () -> catalog(config, rulesNow));
        var aboutRules =
                ruleFindings.get(
                        List.of(sources.sidecars(), sources.virtualServices()),
                        () -> ruleFindings(sources, rulesBuilder.virtualServices(sources)));
        var findings = new ArrayList<>(cataloged.findings());
        findings.addAll(aboutRules);
        var next =
                new MeshSnapshot(
                        meshNow, namespaces(config), cataloged.services(), rulesNow, findings);
        last = next.equals(last) ? last : next;
        return last;
    }

    /// Deployments only say whose Pod it is that an address is of.
    private static List<Deployment> deploymentsBehindAddresses(ConfigSnapshot config) {
        boolean none =
                config.all(EndpointSlice.class).isEmpty()
                        && config.all(KubeEndpoints.class).isEmpty();
        return none ? List.of() : config.all(Deployment.class);
    }

    private static Rules.Sources sources(ConfigSnapshot config, MeshConfig mesh) {
        return new Rules.Sources(
                mesh,
                Rules.oldestFirst(config.all(VirtualService.class)),
                Rules.oldestFirst(config.all(DestinationRule.class)),
                Rules.oldestFirst(config.all(Gateway.class)),
                Rules.oldestFirst(config.all(Sidecar.class)),
                Rules.oldestFirst(config.all(PeerAuthentication.class)),
                Rules.oldestFirst(config.all(AuthorizationPolicy.class)),
                config.all(TlsSecret.class));
    }

    private Cataloged catalog(ConfigSnapshot config, Rules rulesNow) {
        var findings = new ServiceFindings();
        var made = Catalog.of(config, rulesNow, findings);
        return new Cataloged(reuse(last.services(), made), findings.found());
    }

    /// `made`, with every service and every list of endpoints that did not change taken from
    /// `before`.
    private static Services reuse(Services before, Services made) {
        if (made.equals(before)) {
            return before;
        }
        var services = new ArrayList<Service>();
        var endpoints = new TreeMap<ServiceKey, List<Endpoint>>();
        for (var service : made.all()) {
            var kept = before.find(service.key()).filter(service::equals).orElse(service);
            var found = made.endpoints(service);
            var foundBefore = before.endpoints(service);
            services.add(kept);
            endpoints.put(service.key(), found.equals(foundBefore) ? foundBefore : found);
        }
        return new Services(services, endpoints, made.workloads());
    }

    private static List<Problem> ruleFindings(Rules.Sources sources, VirtualServices routes) {
        var findings = new ServiceFindings();
        findings.sidecars(sources.sidecars());
        findings.virtualServices(routes.completed());
        return findings.found();
    }

    private static List<String> namespaces(ConfigSnapshot config) {
        return config.resources().keySet().stream()
                .map(id -> id.kind().namespaced() ? id.name().namespace() : id.name().name())
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
