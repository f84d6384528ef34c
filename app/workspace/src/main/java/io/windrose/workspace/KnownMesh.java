package io.windrose.workspace;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.Deployment;
import io.windrose.config.resource.HttpAction;
import io.windrose.config.resource.HttpRoute;
import io.windrose.config.resource.PeerAuthentication;
import io.windrose.config.resource.VirtualService;
import io.windrose.kernel.Labels;
import io.windrose.registry.Locality;
import io.windrose.registry.MeshSnapshot;
import io.windrose.registry.Service;
import io.windrose.registry.Workload;
import io.windrose.topology.Badge;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.MtlsMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// What the graph of observed traffic wants to know of the configured mesh.
public final class KnownMesh {
    private static final String ALL_SIDECARS = "mesh";

    /// Metrics name the cluster by this where nothing else was configured.
    private static final String CLUSTER = "Kubernetes";

    private KnownMesh() {}

    public static MeshFacts facts(MeshSnapshot mesh) {
        return facts(mesh, ConfigMarks.NONE);
    }

    /// @param wrong what is wrong with the files that configure it
    public static MeshFacts facts(MeshSnapshot mesh, ConfigMarks wrong) {
        return new MeshFacts(CLUSTER, workloads(mesh, wrong), services(mesh, wrong));
    }

    /// As [#facts], with Deployments of which no pod is known, as in a folder of files.
    public static MeshFacts configured(
            MeshSnapshot mesh, ConfigSnapshot config, ConfigMarks wrong) {
        var known = facts(mesh, wrong);
        var workloads = new ArrayList<>(known.workloads());
        for (var deployment : config.all(Deployment.class)) {
            var name = deployment.meta().name();
            if (known.workload(name.namespace(), name.name()).isEmpty()) {
                workloads.add(fact(mesh, deployment, wrong));
            }
        }
        return new MeshFacts(known.cluster(), workloads, known.services());
    }

    /// Whether its pods will have proxies is not known; what is asked of them is.
    private static MeshFacts.WorkloadFact fact(
            MeshSnapshot mesh, Deployment deployment, ConfigMarks wrong) {
        var name = deployment.meta().name();
        var workload =
                new Workload(
                        name.namespace(),
                        name.name(),
                        "",
                        List.of(),
                        deployment.podLabels(),
                        deployment.podSpec().serviceAccount(),
                        Locality.NOWHERE,
                        "");
        var applied = mesh.rules().mutualTls(workload.namespace(), workload.labels());
        return new MeshFacts.WorkloadFact(
                workload.namespace(),
                workload.name(),
                workload.canonicalName(),
                workload.canonicalRevision(),
                mode(applied.effect().mode()),
                badges(mesh, workload, wrong));
    }

    /// One fact for each workload, however many instances it has.
    private static List<MeshFacts.WorkloadFact> workloads(MeshSnapshot mesh, ConfigMarks wrong) {
        var facts = new LinkedHashMap<String, MeshFacts.WorkloadFact>();
        for (var workload : mesh.services().workloads()) {
            if (!workload.name().isEmpty()) {
                facts.putIfAbsent(
                        workload.namespace() + "/" + workload.name(),
                        new MeshFacts.WorkloadFact(
                                workload.namespace(),
                                workload.name(),
                                workload.canonicalName(),
                                workload.canonicalRevision(),
                                mode(mesh, workload),
                                badges(mesh, workload, wrong)));
            }
        }
        return List.copyOf(facts.values());
    }

    private static MtlsMode mode(MeshSnapshot mesh, Workload workload) {
        var applied = mesh.rules().mutualTls(workload.namespace(), workload.labels());
        return mode(
                workload.hasProxy() ? applied.effect().mode() : PeerAuthentication.Mode.DISABLE);
    }

    private static MtlsMode mode(PeerAuthentication.Mode mode) {
        return switch (mode) {
            case STRICT -> MtlsMode.STRICT;
            case DISABLE -> MtlsMode.DISABLE;
            case PERMISSIVE -> MtlsMode.PERMISSIVE;
            case UNSET -> MtlsMode.UNKNOWN;
        };
    }

    private static Set<Badge> badges(MeshSnapshot mesh, Workload workload, ConfigMarks wrong) {
        var badges = EnumSet.noneOf(Badge.class);
        if (!mesh.rules().gateways(workload.labels()).isEmpty()) {
            badges.add(Badge.GATEWAY);
        }
        ConfigMarks.badge(wrong.of(workload)).ifPresent(badges::add);
        return badges;
    }

    private static List<MeshFacts.ServiceFact> services(MeshSnapshot mesh, ConfigMarks wrong) {
        return mesh.services().all().stream()
                .map(service ->
                        new MeshFacts.ServiceFact(
                                service.namespace(), service.name(), badges(mesh, service, wrong)))
                .toList();
    }

    private static Set<Badge> badges(MeshSnapshot mesh, Service service, ConfigMarks wrong) {
        var badges = EnumSet.noneOf(Badge.class);
        ConfigMarks.badge(wrong.of(service)).ifPresent(badges::add);
        for (var rule : mesh.rules().virtualServices(service.namespace(), ALL_SIDECARS)) {
            if (isFor(rule, service)) {
                badges.add(Badge.VIRTUAL_SERVICE);
                rule.http().forEach(route -> badges.addAll(badges(route)));
            }
        }
        boolean limited =
                mesh.rules()
                        .destinationPolicy(service.namespace(), Labels.NONE, service)
                        .filter(applied ->
                                service.ports().stream()
                                        .map(port -> applied.effect().at(port.number()))
                                        .anyMatch(policy -> policy.outlierDetection().isPresent()))
                        .isPresent();
        if (limited) {
            badges.add(Badge.CIRCUIT_BREAKER);
        }
        return badges;
    }

    private static boolean isFor(VirtualService rule, Service service) {
        return rule.hosts().contains(service.host().value());
    }

    private static Set<Badge> badges(HttpRoute route) {
        var badges = EnumSet.noneOf(Badge.class);
        if (route.fault().abort().isPresent() || route.fault().delay().isPresent()) {
            badges.add(Badge.FAULT_INJECTION);
        }
        if (route.action() instanceof HttpAction.Forward(var to) && to.size() > 1) {
            badges.add(Badge.TRAFFIC_SHIFTING);
        }
        return badges;
    }
}
