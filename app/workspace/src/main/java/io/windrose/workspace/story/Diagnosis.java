package io.windrose.workspace.story;

import io.windrose.topology.Edge;
import io.windrose.topology.Health;
import io.windrose.topology.Node;
import io.windrose.topology.Outcome;
import io.windrose.topology.Traffic;
import io.windrose.topology.display.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds the words for how something is, why, and since when.
final class Diagnosis {
    private static final Comparator<Edge> MOST_ERRORS =
            Comparator.comparingDouble((Edge edge) -> edge.traffic().errorRate())
                    .thenComparing(Edge::key, Comparator.reverseOrder());

    private final Scene scene;

    Diagnosis(Scene scene) {
        this.scene = scene;
    }

    Headline of(Node node) {
        var state = scene.state(node);
        return switch (state.health().status()) {
            case NONE -> nothing();
            case HEALTHY -> healthy(node);
            case DEGRADED, FAILING -> ill(node, state.health().status());
        };
    }

    Headline of(Edge edge) {
        var status = edge.health().status();
        return switch (status) {
            case NONE -> nothing();
            case HEALTHY -> well(edge.traffic());
            case DEGRADED, FAILING ->
                    new Headline(
                            status,
                            word(status) + ": " + percent(edge) + " of the requests fail",
                            sentence(dominant(edge.traffic()), "", onset(List.of(edge))),
                            Optional.empty());
        };
    }

    /// `Failing`, `Degraded`, `Healthy`, `Idle`.
    static String word(Health.Status status) {
        var label = status == Health.Status.NONE ? "idle" : status.label();
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    private Headline nothing() {
        return new Headline(
                Health.Status.NONE,
                scene.isMeasured() ? "Idle: no requests" : "Configured, nothing is measured",
                scene.isMeasured()
                        ? "None in the last " + TimeSpan.words(scene.picture().covered())
                        : "A folder of files carries no traffic",
                Optional.empty());
    }

    private static Headline well(Traffic traffic) {
        double percent = traffic.errorPercent();
        return new Headline(
                Health.Status.HEALTHY,
                percent > 0
                        ? "Healthy: " + Figures.percent(percent) + " errors are tolerated"
                        : "Healthy",
                "",
                Optional.empty());
    }

    /// A node is not blamed for what others answer it, but it is said.
    private Headline healthy(Node node) {
        var calls = scene.graph().from(node).stream().filter(Diagnosis::isIll).max(MOST_ERRORS);
        var well = well(Flow.of(scene.graph(), new Subject.OfNode(node)).in(scene.graph()));
        return calls.map(edge ->
                        new Headline(
                                Health.Status.HEALTHY,
                                well.state(),
                                "%s of its calls to %s fail"
                                        .formatted(percent(edge), scene.name(edge.target())),
                                Optional.of(new Subject.OfEdge(edge.key()))))
                .orElse(well);
    }

    private Headline ill(Node node, Health.Status status) {
        var behind = ill(scene.graph().from(node));
        if (node instanceof Node.Service && !behind.isEmpty()) {
            return version(node, status, behind);
        }
        var asked = ill(scene.graph().to(node));
        var all = asked.stream().map(Edge::traffic).reduce(Traffic.IDLE, Traffic::plus);
        var traffic = Flow.of(scene.graph(), new Subject.OfNode(node)).in(scene.graph());
        return new Headline(
                status,
                word(status)
                        + ": "
                        + Figures.percent(traffic.errorPercent())
                        + " of its requests fail",
                sentence(dominant(all), callers(node, asked), onset(asked)),
                asked.stream().findFirst().map(edge -> new Subject.OfEdge(edge.key())));
    }

    /// A service fails by one of the versions behind it.
    private Headline version(Node node, Health.Status status, List<Edge> behind) {
        var worst = behind.getFirst();
        var target = scene.state(worst.target());
        boolean several = scene.graph().from(node).size() > 1;
        var traffic = Flow.of(scene.graph(), new Subject.OfNode(node)).in(scene.graph());
        var state =
                several
                        ? (target.version().isEmpty() ? Scene.name(target) : target.version())
                                + " fails "
                                + percent(worst)
                        : Figures.percent(traffic.errorPercent()) + " of its requests fail";
        return new Headline(
                status,
                word(status) + ": " + state,
                sentence(
                        dominant(worst.traffic()),
                        "calling " + Scene.name(target),
                        onset(List.of(worst))),
                Optional.of(new Subject.OfEdge(worst.key())));
    }

    private String callers(Node node, List<Edge> asked) {
        var names =
                asked.stream()
                        .filter(edge -> !isItsService(edge.source(), node))
                        .map(edge -> scene.name(edge.source()))
                        .distinct()
                        .toList();
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> "asked by " + names.getFirst();
            default -> "asked by " + names.getFirst() + " and " + (names.size() - 1) + " more";
        };
    }

    private boolean isItsService(Node source, Node node) {
        return source instanceof Node.Service && !(node instanceof Node.Service);
    }

    private Optional<Onset> onset(List<Edge> edges) {
        var traffic = edges.stream().map(Edge::traffic).reduce(Traffic.IDLE, Traffic::plus);
        return Onset.of(
                scene.picture().history(),
                graph ->
                        edges.stream()
                                .map(edge -> graph.edges().get(edge.key()))
                                .flatMap(found -> Optional.ofNullable(found).stream())
                                .map(Edge::traffic)
                                .reduce(Traffic.IDLE, Traffic::plus),
                traffic.errorPercent() / 100);
    }

    private String sentence(String what, String where, Optional<Onset> onset) {
        var words = new ArrayList<String>();
        words.add(what);
        if (!where.isEmpty()) {
            words.add(where);
        }
        onset.ifPresent(since ->
                words.add((since.before() ? "since before " : "since ") + scene.time(since.at())));
        return String.join(" ", words);
    }

    /// The commonest error with its flags: `503 UF`.
    private static String dominant(Traffic traffic) {
        Map<String, Double> rates = new HashMap<>();
        traffic.responses()
                .forEach((code, response) -> {
                    if (response.outcome().isError()) {
                        boolean grpc = response.outcome() == Outcome.GRPC_ERROR;
                        var name =
                                code.equals("-")
                                        ? "No response"
                                        : grpc && code.length() < 3 ? "gRPC status " + code : code;
                        if (response.rateByFlags().isEmpty()) {
                            rates.merge(name, response.ratePerSecond(), Double::sum);
                        }
                        response.rateByFlags()
                                .forEach((flags, rate) ->
                                        rates.merge(
                                                flags.equals("-") ? name : name + " " + flags,
                                                rate,
                                                Double::sum));
                    }
                });
        return rates.entrySet().stream()
                .max(
                        Map.Entry.<String, Double>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /// Worst first.
    private static List<Edge> ill(List<Edge> edges) {
        return edges.stream().filter(Diagnosis::isIll).sorted(MOST_ERRORS.reversed()).toList();
    }

    static boolean isIll(Edge edge) {
        return edge.health().status().compareTo(Health.Status.HEALTHY) > 0;
    }

    private static String percent(Edge edge) {
        return Figures.percent(edge.traffic().errorPercent());
    }
}
