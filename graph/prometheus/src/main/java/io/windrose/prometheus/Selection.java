package io.windrose.prometheus;

import static io.windrose.prometheus.SeriesMatcher.comparing;
import static io.windrose.prometheus.SeriesMatcher.equal;
import static io.windrose.prometheus.SeriesMatcher.literal;

import io.windrose.prometheus.SeriesMatcher.Operator;
import io.windrose.topology.Focus;
import io.windrose.topology.traffic.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The series that one query asks for. Selections of one question do not overlap.
record Selection(List<SeriesMatcher> matchers) {

    /// What a question needs, in the order in which reports of the same request count: first what
    /// destinations reported, then what sources reported, then what reached no workload.
    ///
    /// @see <a href="https://github.com/kiali/kiali">Kiali</a> `graph/telemetry/istio/istio.go`
    static List<Selection> of(TrafficQuestion question, Measure measure) {
        return question.focus()
                .map(focus -> around(focus, measure))
                .orElseGet(() -> inside(question.namespaces()));
    }

    boolean matches(Map<String, String> labels) {
        return matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }

    /// `label="value",...`, what stands between the braces of a PromQL selector.
    String promql() {
        return matchers.stream().map(SeriesMatcher::promql).collect(Collectors.joining(","));
    }

    private static List<Selection> inside(List<String> namespaces) {
        if (namespaces.isEmpty()) {
            return List.of(
                    selection(equal("reporter", "destination")),
                    selection(equal("reporter", "source")));
        }
        var any = namespaces.stream().map(SeriesMatcher::literal).collect(Collectors.joining("|"));
        boolean one = namespaces.size() == 1;
        var selections = new ArrayList<Selection>();
        selections.add(
                selection(
                        equal("reporter", "destination"),
                        one
                                ? equal("destination_workload_namespace", namespaces.getFirst())
                                : comparing("destination_workload_namespace", Operator.LIKE, any)));
        selections.add(
                selection(
                        equal("reporter", "source"),
                        one
                                ? equal("source_workload_namespace", namespaces.getFirst())
                                : comparing("source_workload_namespace", Operator.LIKE, any)));
        selections.add(
                selection(
                        equal("reporter", "source"),
                        one
                                ? comparing(
                                        "source_workload_namespace",
                                        Operator.NOT_EQUAL,
                                        namespaces.getFirst())
                                : comparing("source_workload_namespace", Operator.UNLIKE, any),
                        equal("destination_workload_namespace", "unknown"),
                        equal("destination_workload", "unknown"),
                        comparing(
                                "destination_service",
                                Operator.LIKE,
                                "^.+\\." + (one ? any : "(" + any + ")") + "\\..+$")));
        return selections;
    }

    private static List<Selection> around(Focus focus, Measure measure) {
        var namespace = focus.namespace();
        return switch (focus.kind()) {
            case WORKLOAD ->
                    List.of(
                            selection(
                                    equal("reporter", "destination"),
                                    equal("destination_workload_namespace", namespace),
                                    equal("destination_workload", focus.name())),
                            selection(
                                    equal("reporter", "source"),
                                    equal("source_workload_namespace", namespace),
                                    equal("source_workload", focus.name())));
            case APP ->
                    List.of(
                            versioned(
                                    focus,
                                    "destination",
                                    equal("reporter", "destination"),
                                    equal("destination_service_namespace", namespace),
                                    equal("destination_canonical_service", focus.name())),
                            versioned(
                                    focus,
                                    "source",
                                    equal("reporter", "source"),
                                    equal("source_workload_namespace", namespace),
                                    equal("source_canonical_service", focus.name())));
            case SERVICE -> aroundService(focus, measure);
        };
    }

    private static List<Selection> aroundService(Focus focus, Measure measure) {
        var host =
                comparing(
                        "destination_service",
                        Operator.LIKE,
                        "^"
                                + literal(focus.name())
                                + "\\."
                                + literal(focus.namespace())
                                + "\\..*$");
        var reached =
                selection(
                        equal("reporter", "destination"),
                        equal("destination_service_namespace", focus.namespace()),
                        host);
        var lost =
                selection(
                        equal("reporter", "source"),
                        equal("destination_workload", "unknown"),
                        host);
        return measure == Measure.REQUESTS ? List.of(reached, lost) : List.of(reached);
    }

    private static Selection versioned(Focus focus, String end, SeriesMatcher... matchers) {
        var all = new ArrayList<>(List.of(matchers));
        if (!focus.version().isEmpty()) {
            all.add(equal(end + "_canonical_revision", focus.version()));
        }
        return new Selection(all);
    }

    private static Selection selection(SeriesMatcher... matchers) {
        return new Selection(List.of(matchers));
    }
}
