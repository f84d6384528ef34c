package io.windrose.workspace.story;

import io.windrose.config.resource.DestinationRule;
import io.windrose.config.resource.Gateway;
import io.windrose.config.resource.HttpAction;
import io.windrose.config.resource.ResourceId;
import io.windrose.config.resource.ServiceEntry;
import io.windrose.config.resource.VirtualService;
import io.windrose.config.resource.WeightedDestination;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.registry.AppliedRule;
import io.windrose.registry.Service;
import io.windrose.registry.Workload;
import io.windrose.session.edit.Finding;
import io.windrose.topology.Health;
import io.windrose.workspace.session.MeshView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which objects have a say about some services and workloads, and why.
final class AppliedConfig {
    private static final String DOMAIN = ".svc.cluster.local";
    private static final String SIDECARS = "mesh";

    private final MeshView mesh;
    private final Map<ResourceId, String> whyById = new LinkedHashMap<>();

    private AppliedConfig(MeshView mesh) {
        this.mesh = mesh;
    }

    /// Routes first, then how callers treat the service, then who may call, then gateways.
    static List<ConfigRow> of(MeshView mesh, Configured configured) {
        var applied = new AppliedConfig(mesh);
        configured.services().forEach(applied::routes);
        configured.services().forEach(applied::entries);
        configured.services().forEach(applied::policies);
        applied.mutualTls(configured.workloads());
        applied.authorization(configured.workloads());
        applied.gateways(configured.workloads());
        applied.sidecars(configured.workloads());
        return applied.whyById.entrySet().stream()
                .map(entry -> applied.row(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// What is wrong with the objects of the rows, and with others that name or select the services
    /// and workloads; the worst first.
    static List<Finding> findings(MeshView mesh, Configured configured, List<ConfigRow> rows) {
        var wrong = mesh.wrong();
        var ofRows = rows.stream().flatMap(row -> wrong.of(row.resource().toString()).stream());
        var ofServices = configured.services().stream().flatMap(one -> wrong.of(one).stream());
        var ofWorkloads = configured.workloads().stream().flatMap(one -> wrong.of(one).stream());
        return Stream.of(ofRows, ofServices, ofWorkloads)
                .flatMap(all -> all)
                .distinct()
                .sorted(
                        Comparator.comparing(
                                (Finding one) -> one.problem().severity(),
                                Comparator.reverseOrder()))
                .toList();
    }

    /// Where an object stands that can be opened; without a file for those that no file holds.
    static Place place(MeshView mesh, ResourceId id) {
        return mesh.config()
                .get(id)
                .map(resource -> resource.origin().place())
                .filter(place -> !place.file().isEmpty())
                .filter(place -> Path.of(place.file()).startsWith(mesh.folder()))
                .orElse(Place.NOWHERE)
                .withResource(id.toString());
    }

    private void routes(Service service) {
        for (var rule : mesh.config().all(VirtualService.class)) {
            var namespace = rule.meta().namespace();
            var host =
                    rule.hosts().stream()
                            .filter(one -> complete(one, namespace).covers(service.host()))
                            .findFirst();
            if (host.isPresent() && appliesInMesh(rule)) {
                add(rule.id(), "its host is " + shown(service) + "; for calls inside the mesh");
            } else if (host.isPresent() && leadsTo(rule, service)) {
                add(rule.id(), "leads here from " + gateways(rule));
            } else if (leadsTo(rule, service)) {
                add(
                        rule.id(),
                        appliesInMesh(rule)
                                ? "leads here from the host " + String.join(", ", rule.hosts())
                                : "leads here from " + gateways(rule));
            }
        }
    }

    private static boolean appliesInMesh(VirtualService rule) {
        return rule.gateways().isEmpty() || rule.gateways().contains(SIDECARS);
    }

    private static String gateways(VirtualService rule) {
        return "the gateway " + String.join(", ", rule.gateways());
    }

    private static boolean leadsTo(VirtualService rule, Service service) {
        var http =
                rule.http().stream()
                        .flatMap(route ->
                                route.action() instanceof HttpAction.Forward(var to)
                                        ? to.stream()
                                        : Stream.<WeightedDestination>empty());
        var tls = rule.tls().stream().flatMap(route -> route.to().stream());
        var tcp = rule.tcp().stream().flatMap(route -> route.to().stream());
        return Stream.of(http, tls, tcp)
                .flatMap(all -> all)
                .anyMatch(to ->
                        complete(to.destination().host(), rule.meta().namespace())
                                .equals(service.host()));
    }

    private static Hostname complete(String host, String namespace) {
        return new Hostname(
                host.contains(".") || host.startsWith("*")
                        ? host
                        : host + "." + namespace + DOMAIN);
    }

    private void entries(Service service) {
        for (var entry : mesh.config().all(ServiceEntry.class)) {
            if (entry.meta().namespace().equals(service.namespace())
                    && entry.hosts().contains(service.host().value())) {
                add(entry.id(), "makes the host " + shown(service) + " known");
            }
        }
    }

    private void policies(Service service) {
        mesh.mesh()
                .rules()
                .destinationPolicy(service.namespace(), Labels.NONE, service)
                .ifPresent(applied -> {
                    var host = applied.effect().host();
                    var what =
                            host.isWildcard()
                                    ? "its host " + host + " covers " + shown(service)
                                    : "its host is " + shown(service);
                    var details = new ArrayList<String>();
                    details.add(what);
                    if (!applied.effect().subsets().isEmpty()) {
                        details.add(
                                "subsets "
                                        + applied.effect().subsets().stream()
                                                .map(DestinationRule.Subset::name)
                                                .collect(Collectors.joining(", ")));
                    }
                    applied.sources().forEach(id -> add(id, String.join("; ", details)));
                });
    }

    private void mutualTls(List<Workload> workloads) {
        for (var workload : workloads) {
            var applied = mesh.mesh().rules().mutualTls(workload.namespace(), workload.labels());
            var mode = applied.effect().mode().name().toLowerCase(Locale.ROOT);
            applied.sources()
                    .forEach(id -> add(id, scope(id, applied, workloads.size()) + ": " + mode));
        }
    }

    private void authorization(List<Workload> workloads) {
        for (var workload : workloads) {
            for (var applied :
                    mesh.mesh()
                            .rules()
                            .authorizationPolicies(workload.namespace(), workload.labels())) {
                var action = applied.effect().action().name().toLowerCase(Locale.ROOT);
                var rules = applied.effect().rules().size();
                applied.sources()
                        .forEach(id ->
                                add(
                                        id,
                                        "%s: %s, %d %s"
                                                .formatted(
                                                        scope(id, applied, workloads.size()),
                                                        action,
                                                        rules,
                                                        rules == 1 ? "rule" : "rules")));
            }
        }
    }

    /// `whole namespace`, `its selector matches 3 pods`.
    private String scope(ResourceId id, AppliedRule<?> applied, int pods) {
        boolean root = id.name().namespace().equals(mesh.mesh().mesh().rootNamespace());
        var wide = root ? "whole mesh" : "whole namespace";
        return switch (applied.why()) {
            case SELECTS_WORKLOAD ->
                    applied.sources().getFirst().equals(id)
                            ? "its selector matches " + (pods == 1 ? "its pod" : pods + " pods")
                            : wide;
            case OWN_NAMESPACE, SERVICE_NAMESPACE, ROOT_NAMESPACE, DEFAULT -> wide;
        };
    }

    private void gateways(List<Workload> workloads) {
        for (var workload : workloads) {
            for (var gateway : mesh.mesh().rules().gateways(workload.labels())) {
                add(gateway.id(), "its selector matches; opens " + ports(gateway));
            }
        }
    }

    private static String ports(Gateway gateway) {
        return gateway.servers().stream()
                .map(server ->
                        "port %d for %s"
                                .formatted(
                                        server.port().number(), String.join(", ", server.hosts())))
                .collect(Collectors.joining("; "));
    }

    private void sidecars(List<Workload> workloads) {
        for (var workload : workloads) {
            mesh.mesh()
                    .rules()
                    .sidecar(workload.namespace(), workload.labels())
                    .ifPresent(applied ->
                            applied.sources()
                                    .forEach(id ->
                                            add(
                                                    id,
                                                    scope(id, applied, workloads.size())
                                                            + ": limits what it sees")));
        }
    }

    /// The first reason stays.
    private void add(ResourceId id, String why) {
        whyById.putIfAbsent(id, why);
    }

    private ConfigRow row(ResourceId id, String why) {
        var findings = mesh.wrong().of(id.toString());
        var problems =
                findings.isEmpty()
                        ? Stream.concat(
                                        mesh.config().findings().stream(),
                                        mesh.mesh().findings().stream())
                                .filter(one -> one.place().resource().equals(id.toString()))
                                .toList()
                        : findings.stream().map(Finding::problem).toList();
        Optional<Problem> worst =
                problems.stream()
                        .filter(Problem::isError)
                        .findFirst()
                        .or(() -> problems.stream().findFirst());
        var status =
                worst.map(problem ->
                                problem.isError() ? Health.Status.FAILING : Health.Status.DEGRADED)
                        .orElse(Health.Status.HEALTHY);
        return new ConfigRow(
                id, why, status, worst.map(Problem::message).orElse(""), place(mesh, id));
    }

    private static String shown(Service service) {
        var host = service.host().value();
        return host.endsWith(DOMAIN) ? host.substring(0, host.length() - DOMAIN.length()) : host;
    }
}
