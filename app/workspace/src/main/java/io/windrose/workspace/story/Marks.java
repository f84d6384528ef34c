package io.windrose.workspace.story;

import io.windrose.config.resource.Fault;
import io.windrose.config.resource.HttpAction;
import io.windrose.config.resource.ResourceId;
import io.windrose.config.resource.VirtualService;
import io.windrose.config.resource.WeightedDestination;
import io.windrose.kernel.Labels;
import io.windrose.registry.Service;
import io.windrose.session.edit.Finding;
import io.windrose.topology.Badge;
import io.windrose.topology.NodeState;
import io.windrose.topology.display.Figures;
import io.windrose.workspace.ConfigMarks;
import io.windrose.workspace.session.MeshView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The badges of a node in words.
final class Marks {
    private Marks() {}

    /// @param routes the VirtualServices that apply
    /// @param findings what is wrong with the configuration
    static List<Mark> of(
            MeshView mesh,
            NodeState state,
            List<Service> services,
            List<ResourceId> routes,
            List<Finding> findings) {
        var rules =
                routes.stream()
                        .flatMap(id -> mesh.config().get(id).stream())
                        .filter(VirtualService.class::isInstance)
                        .map(VirtualService.class::cast)
                        .toList();
        var marks = new ArrayList<Mark>();
        for (var badge : state.badges()) {
            words(badge, rules, mesh, services)
                    .ifPresent(words -> marks.add(new Mark(badge, words)));
        }
        if (!findings.isEmpty()) {
            boolean error = findings.stream().anyMatch(one -> one.problem().isError());
            marks.add(
                    new Mark(
                            error ? Badge.CONFIG_ERROR : Badge.CONFIG_WARNING,
                            "Config: " + ConfigMarks.words(findings)));
        }
        return marks;
    }

    private static Optional<String> words(
            Badge badge, List<VirtualService> rules, MeshView mesh, List<Service> services) {
        return switch (badge) {
            case GATEWAY -> Optional.of("Gateway");
            case IDLE -> Optional.of("Idle");
            case ROOT, FOUND -> Optional.empty();
            case VIRTUAL_SERVICE ->
                    split(rules).isPresent() ? Optional.empty() : Optional.of("VirtualService");
            case TRAFFIC_SHIFTING ->
                    Optional.of("VirtualService" + split(rules).map(" "::concat).orElse(""));
            case FAULT_INJECTION -> Optional.of(fault(rules));
            case CIRCUIT_BREAKER -> Optional.of(breaker(mesh, services));
            case CONFIG_ERROR, CONFIG_WARNING -> Optional.empty(); // counted once, at the end
            case OUTSIDE -> Optional.of("Outside the chosen namespaces");
        };
    }

    /// `50 / 40 / 10`.
    private static Optional<String> split(List<VirtualService> rules) {
        return rules.stream()
                .flatMap(rule -> rule.http().stream())
                .flatMap(route ->
                        route.action() instanceof HttpAction.Forward(var to) && to.size() > 1
                                ? Stream.of(to)
                                : Stream.<List<WeightedDestination>>empty())
                .findFirst()
                .map(to ->
                        to.stream()
                                .map(one -> Integer.toString(one.weight()))
                                .collect(Collectors.joining(" / ")));
    }

    /// `Fault: 503 for 50 %`, `Fault: 0.2 s later for 10 %`.
    private static String fault(List<VirtualService> rules) {
        var faults =
                rules.stream()
                        .flatMap(rule -> rule.http().stream())
                        .map(route -> route.fault())
                        .flatMap(Marks::words)
                        .distinct()
                        .collect(Collectors.joining(", "));
        return faults.isEmpty() ? "Fault" : "Fault: " + faults;
    }

    private static Stream<String> words(Fault fault) {
        var aborts =
                fault.abort().stream()
                        .map(abort ->
                                switch (abort.status()) {
                                            case Fault.Status.Http(var code) ->
                                                    Integer.toString(code);
                                            case Fault.Status.Grpc(var name) -> "gRPC " + name;
                                        }
                                        + " for "
                                        + percent(abort.percent()));
        var delays =
                fault.delay().stream()
                        .map(delay ->
                                delay.fixedDelay().toMillis()
                                        + " ms later for "
                                        + percent(delay.percent()));
        return Stream.concat(aborts, delays);
    }

    private static String percent(double percent) {
        return Figures.percent(percent);
    }

    private static String breaker(MeshView mesh, List<Service> services) {
        return services.stream()
                .flatMap(service ->
                        mesh
                                .mesh()
                                .rules()
                                .destinationPolicy(service.namespace(), Labels.NONE, service)
                                .stream()
                                .flatMap(applied ->
                                        service.ports().stream()
                                                .flatMap(port ->
                                                        applied
                                                                .effect()
                                                                .at(port.number())
                                                                .outlierDetection()
                                                                .stream())))
                .findFirst()
                .flatMap(outliers -> outliers.consecutive5xxErrors())
                .map(errors -> "Circuit breaker after %d errors".formatted(errors))
                .orElse("Circuit breaker");
    }
}
