package io.windrose.workspace.story;

import io.windrose.config.resource.Kind;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Place;
import io.windrose.registry.Service;
import io.windrose.registry.ServicePort;
import io.windrose.registry.Workload;
import io.windrose.session.ShiftableRoutes;
import io.windrose.topology.Badge;
import io.windrose.topology.Edge;
import io.windrose.topology.MtlsMode;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.traffic.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What is to be said about a node.
final class NodeStory {
    private final Scene scene;
    private final Node node;
    private final NodeState state;
    private final Flow flow;
    private final Configured configured;

    NodeStory(Scene scene, Node node) {
        this.scene = scene;
        this.node = node;
        this.state = scene.state(node);
        this.flow = Flow.of(scene.graph(), new Subject.OfNode(node));
        this.configured = Configured.of(scene.mesh(), node);
    }

    Story tell() {
        var rows = new TrafficRows(scene);
        var config = AppliedConfig.of(scene.mesh(), configured);
        var routes =
                config.stream()
                        .map(ConfigRow::resource)
                        .filter(id -> id.kind() == Kind.VIRTUAL_SERVICE)
                        .toList();
        var findings = AppliedConfig.findings(scene.mesh(), configured, config);
        return new Story(
                flow.subject(),
                node instanceof Node.Unknown ? "Unknown" : node.name(),
                state.shownVersion(),
                kindLine(),
                new Diagnosis(scene).of(node),
                Tiles.of(scene, flow),
                Charts.of(scene, flow),
                rows.from(node),
                rows.to(node),
                ResponseRows.of(flow.in(scene.graph()), flow.protocol()),
                config,
                findings,
                ProxyRows.of(scene.mesh(), configured.workloads()),
                Marks.of(scene.mesh(), state, configured.services(), routes, findings),
                facts(rows),
                ill(),
                shift(scene, configured.services()),
                file(config));
    }

    private String kindLine() {
        var where = node.namespace().isEmpty() ? "" : " in " + node.namespace();
        return switch (node) {
            case Node.Unknown _ -> "Callers without a proxy, and hosts that nobody knows";
            case Node.Service _ ->
                    configured.services().isEmpty()
                            ? isOutside() ? "Host outside the mesh" : "Service" + where
                            : service(configured.services().getFirst());
            case Node.App app ->
                    app.version().isEmpty()
                            ? "App" + where
                            : (state.has(Badge.GATEWAY) ? "Gateway" : "Version of " + app.app())
                                    + where
                                    + pods();
            case Node.Workload _ ->
                    (state.has(Badge.GATEWAY) ? "Gateway" : "Workload") + where + pods();
        };
    }

    private boolean isOutside() {
        return node.namespace().isEmpty() || node.namespace().equals("unknown");
    }

    private String pods() {
        int pods = configured.workloads().size();
        return pods == 0 ? "" : pods == 1 ? ", 1 pod" : ", " + pods + " pods";
    }

    /// `Service in bookinfo, port 9080, HTTP`.
    private static String service(Service service) {
        var kind =
                switch (service.origin()) {
                    case KUBERNETES -> "Service";
                    case SERVICE_ENTRY ->
                            service.external() ? "Host outside the mesh, entered" : "ServiceEntry";
                };
        return kind
                + " in "
                + service.namespace()
                + String.join("", service.ports().stream().limit(3).map(NodeStory::port).toList());
    }

    private static String port(ServicePort port) {
        var protocol =
                switch (port.protocol()) {
                    case GRPC -> "gRPC";
                    case GRPC_WEB -> "gRPC-Web";
                    case SNIFFED -> "protocol detected";
                    default -> port.protocol().name();
                };
        return ", port " + port.number() + ", " + protocol;
    }

    private List<Fact> facts(TrafficRows rows) {
        var facts = new ArrayList<Fact>();
        var traffic = flow.in(scene.graph());
        if (flow.inbound()) {
            var percent = traffic.mtlsPercent();
            if (percent.isPresent()) {
                facts.add(
                        new Fact(
                                "mTLS measured",
                                TrafficRows.share(percent.getAsDouble(), flow.protocol())));
            }
        }
        var mode = rows.mode(node);
        if (mode != MtlsMode.UNKNOWN) {
            facts.add(new Fact("mTLS configured", mode.label()));
        }
        EdgeStory.latency(traffic, facts);
        var accounts =
                configured.workloads().stream()
                        .filter(workload -> !workload.serviceAccount().isEmpty())
                        .map(this::identity)
                        .distinct()
                        .toList();
        if (!accounts.isEmpty()) {
            facts.add(new Fact("Identity", String.join(", ", accounts)));
        }
        if (!(node instanceof Node.Service) && !configured.services().isEmpty()) {
            facts.add(
                    new Fact(
                            "Services",
                            String.join(
                                    ", ",
                                    configured.services().stream().map(Service::name).toList())));
        }
        return facts;
    }

    /// As policies name it.
    private String identity(Workload workload) {
        return "%s/ns/%s/sa/%s"
                .formatted(
                        scene.mesh().mesh().mesh().trustDomain(),
                        workload.namespace(),
                        workload.serviceAccount());
    }

    private List<IllRow> ill() {
        return Stream.concat(scene.graph().to(node).stream(), scene.graph().from(node).stream())
                .filter(Diagnosis::isIll)
                .sorted(Comparator.comparingDouble((Edge edge) -> -edge.traffic().errorRate()))
                .map(edge -> EdgeStory.row(scene, edge))
                .toList();
    }

    /// The first VirtualService with a route that can be divided among subsets of the service.
    static Optional<ResourceId> shift(Scene scene, List<Service> services) {
        if (services.isEmpty()) {
            return Optional.empty();
        }
        return ShiftableRoutes.in(scene.mesh().config()).routes().stream()
                .filter(route ->
                        services.stream()
                                .anyMatch(service ->
                                        service.namespace().equals(route.service().namespace())
                                                && service.name().equals(route.service().name())))
                .map(route -> route.ref().routes())
                .findFirst();
    }

    static Optional<Place> file(List<ConfigRow> config) {
        return config.stream()
                .map(ConfigRow::place)
                .filter(place -> !place.file().isEmpty())
                .findFirst();
    }

    /// `HTTP`, `gRPC`, `TCP`.
    static String word(Protocol protocol) {
        return protocol == Protocol.GRPC ? "gRPC" : protocol.name().toUpperCase(Locale.ROOT);
    }
}
