package io.windrose.analysis.check.security;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.config.patch.Value;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.AuthorizationPolicy.Action;
import io.windrose.config.resource.DestinationRule;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import io.windrose.registry.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Services that a gateway routes to and that refuse this gateway, whatever it asks.
final class RefusedGateways implements Check {
    private static final String MESH = "mesh";

    @Override
    public Set<String> codes() {
        return Set.of("WR0108");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var applied = new AppliedPolicies(mesh);
        var principals = new HashMap<String, Set<String>>();
        var asked = new HashSet<Asked>();
        for (var routes : mesh.all(Kinds.VIRTUAL_SERVICE)) {
            for (var gateway : routes.spec().texts("gateways")) {
                var callers =
                        gateway.equals(MESH)
                                ? Set.<String>of()
                                : principals.computeIfAbsent(
                                        qualified(gateway, routes), name -> principals(mesh, name));
                for (var caller : callers) {
                    destinations(mesh, routes, qualified(gateway, routes))
                            .map(one -> new Asked(caller, one))
                            .filter(asked::add)
                            .forEach(one ->
                                    check(mesh, applied, one.destination(), caller)
                                            .ifPresent(found));
                }
            }
        }
    }

    private static String qualified(String gateway, MeshObject routes) {
        return gateway.contains("/") ? gateway : routes.namespace() + "/" + gateway;
    }

    /// Of the gateway's workloads; empty where they are not among the objects.
    private static Set<String> principals(Mesh mesh, String gateway) {
        int slash = gateway.indexOf('/');
        var selector =
                mesh.find(Kinds.GATEWAY, gateway.substring(0, slash), gateway.substring(slash + 1))
                        .map(one -> one.spec().words("selector"))
                        .orElseGet(LinkedHashMap::new);
        var principals = new TreeSet<String>();
        if (!selector.isEmpty()) {
            mesh.workloads()
                    .matching("", Selector.of(selector))
                    .forEach(one -> principals.add(principal(mesh, one)));
        }
        return principals;
    }

    private static String principal(Mesh mesh, Workload workload) {
        var account = workload.serviceAccount().isEmpty() ? "default" : workload.serviceAccount();
        return Accounts.principal(
                mesh.settings().mesh().trustDomain(),
                workload.object().namespace() + "/" + account);
    }

    private record Asked(String caller, Destination destination) {}

    /// @param labels of the subset; none where there is none, or where it is not known
    private record Destination(Service service, Labels labels) {}

    /// @param gateway qualified; routes may be for others alone
    private static Stream<Destination> destinations(Mesh mesh, MeshObject routes, String gateway) {
        return routes.spec().items("http").stream()
                .filter(route -> isFor(route, gateway))
                .flatMap(route -> route.items("route").stream())
                .map(route -> route.get("destination"))
                .flatMap(destination ->
                        mesh.hosts().find(destination.text("host"), routes.namespace()).stream()
                                .map(one ->
                                        new Destination(
                                                one, labels(mesh, one, destination, routes))));
    }

    private static boolean isFor(Node route, String gateway) {
        var matches = route.items("match");
        return matches.isEmpty()
                || matches.stream()
                        .map(match -> match.texts("gateways"))
                        .anyMatch(names ->
                                names.isEmpty()
                                        || names.stream()
                                                .map(name -> qualified(name, route.object()))
                                                .anyMatch(gateway::equals));
    }

    private static Labels labels(Mesh mesh, Service service, Node destination, MeshObject routes) {
        return mesh.destinationPolicy(routes.namespace(), Labels.NONE, service)
                .flatMap(rule -> rule.effect().subset(destination.text("subset")))
                .map(DestinationRule.Subset::labels)
                .orElse(Labels.NONE);
    }

    private static Optional<Finding> check(
            Mesh mesh, AppliedPolicies applied, Destination destination, String caller) {
        var service = destination.service();
        var selector = new LinkedHashMap<String, String>();
        mesh.find(Kinds.SERVICE, service.namespace(), service.name())
                .ifPresent(one -> selector.putAll(one.spec().words("selector")));
        if (selector.isEmpty()) {
            return Optional.empty();
        }
        selector.putAll(destination.labels().byKey());
        return mesh.workloads().matching(service.namespace(), Selector.of(selector)).stream()
                .filter(one -> Membership.isPossible(mesh, one))
                // that nothing is allowed at all is another finding
                .filter(one -> allowsSomething(applied.of(one)))
                .flatMap(one -> applied.refusal(one, Way.ofCaller(caller)).stream())
                .findFirst()
                .flatMap(policy -> mesh.find(policy.id().toString()))
                .map(policy -> finding(policy, service, caller));
    }

    private static boolean allowsSomething(List<AuthorizationPolicy> policies) {
        var allows = AppliedPolicies.with(Action.ALLOW, policies);
        return allows.isEmpty() || allows.stream().anyMatch(one -> !one.rules().isEmpty());
    }

    private static Finding finding(MeshObject policy, Service service, String caller) {
        boolean allows = PolicyNodes.allows(policy);
        var rules = policy.spec().get("rules");
        var finding =
                Finding.of(
                        "WR0108",
                        rules.exists() ? rules : policy.root().get("metadata", "name"),
                        "A gateway routes to %s.%s, but this %s %s."
                                .formatted(
                                        service.name(),
                                        service.namespace(),
                                        allows ? "does not allow" : "denies",
                                        caller));
        return allows && rules.tree() instanceof Sequence list && selects(policy)
                ? finding.with(
                        Fix.of(
                                "Allow the gateway",
                                policy,
                                patch -> patch.append(list, allowing(caller))))
                : finding;
    }

    /// A rule of a wider policy would let the gateway in elsewhere, too.
    private static boolean selects(MeshObject policy) {
        return !Scope.of(policy).selectsAll();
    }

    private static Value allowing(String caller) {
        var source =
                Documents.fields(
                        "source",
                        Documents.fields(
                                "principals", new Value.Items(List.of(new Value.Text(caller)))));
        return Documents.fields("from", new Value.Items(List.of(source)));
    }
}
