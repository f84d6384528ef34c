package io.windrose.topology.display;

import io.windrose.topology.Badge;
import io.windrose.topology.Edge;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.traffic.Protocol;
import java.util.Map;
import java.util.Set;

/// How nodes and edges are read aloud.
public final class Words {
    private Words() {}

    /// `reviews, service, degraded, 24.6 requests per second, 1.8 percent errors`.
    public static String of(NodeState state, TopologySnapshot graph) {
        return of(state, graph.inbound(state.node()));
    }

    /// `productpage to reviews v3, http, failing, 2.5 requests per second, 17.6 percent errors,
    /// mutual TLS`.
    public static String of(Edge edge) {
        var words =
                new StringBuilder(name(edge.source()))
                        .append(" to ")
                        .append(name(edge.target()))
                        .append(", ")
                        .append(edge.key().protocol().label());
        if (edge.traffic().isIdle()) {
            return words.append(", idle").append(configuration(edge.badges())).toString();
        }
        words.append(", ").append(edge.health().status().label());
        flow(words, edge.key().protocol(), edge.traffic());
        var secured = edge.traffic().mtlsPercent();
        if (secured.isEmpty()) {
            words.append(", mutual TLS not measured");
        } else {
            words.append(", ")
                    .append(spoken(Figures.percent(secured.getAsDouble())))
                    .append(" mutual TLS");
        }
        return words.append(configuration(edge.badges())).toString();
    }

    /// With the version where the node is one of several; `latest` only means that no label told
    /// one.
    public static String name(Node node) {
        return node instanceof Node.App app
                        && !app.version().isEmpty()
                        && !app.version().equals("latest")
                ? app.app() + " " + app.version()
                : node.name();
    }

    /// `service`, `gateway`, `version v2`, `workload`, `app` or `outside the mesh`.
    public static String kind(NodeState state) {
        return switch (state.node()) {
            case Node.Service _ when state.has(Badge.OUTSIDE) -> "outside the mesh";
            case Node.Service _ -> "service";
            case Node.Unknown _ -> "outside the mesh";
            case Node.App _, Node.Workload _ when state.has(Badge.GATEWAY) -> "gateway";
            case Node.App app when !app.version().isEmpty() -> "version " + app.version();
            case Node.App _ -> "app";
            case Node.Workload _ -> "workload";
        };
    }

    static String of(NodeState state, Map<Protocol, Traffic> inbound) {
        var words =
                new StringBuilder(state.node().name())
                        .append(", ")
                        .append(kind(state))
                        .append(", ")
                        .append(
                                switch (state.health().status()) {
                                    case NONE -> "idle";
                                    case HEALTHY -> "healthy";
                                    case DEGRADED -> "degraded";
                                    case FAILING -> "failing";
                                });
        inbound.forEach((protocol, traffic) -> flow(words, protocol, traffic));
        return words.append(configuration(state.badges())).toString();
    }

    /// Empty where nothing is wrong.
    static String configuration(Set<Badge> badges) {
        if (badges.contains(Badge.CONFIG_ERROR)) {
            return ", error in its configuration";
        }
        return badges.contains(Badge.CONFIG_WARNING) ? ", warning in its configuration" : "";
    }

    private static void flow(StringBuilder words, Protocol protocol, Traffic traffic) {
        if (traffic.isIdle()) {
            return;
        }
        words.append(", ").append(spoken(Figures.rate(traffic.ratePerSecond(), protocol)));
        if (protocol != Protocol.TCP) {
            words.append(", ")
                    .append(spoken(Figures.percent(traffic.errorPercent())))
                    .append(" errors");
        }
    }

    private static String spoken(String figure) {
        return figure.replace(" rps", " requests per second")
                .replace(" %", " percent")
                .replace(" kB/s", " kilobytes per second")
                .replace(" MB/s", " megabytes per second")
                .replace(" GB/s", " gigabytes per second")
                .replace(" B/s", " bytes per second");
    }
}
