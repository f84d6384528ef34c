package io.windrose.workspace.session;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.prometheus.TrafficQuestion;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.build.TopologyBuilder;
import io.windrose.topology.build.TopologyOptions;
import io.windrose.topology.find.Expression;
import io.windrose.topology.traffic.RateChoice;
import io.windrose.topology.traffic.TrafficWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A question in the terms of those who answer it.
///
/// @param find empty also where it cannot be read
/// @param hide empty also where it cannot be read
/// @param problems of `find` and `hide`
record Asked(
        GraphQuestion question,
        Optional<Expression> find,
        Optional<Expression> hide,
        List<Problem> problems) {

    Asked {
        problems = List.copyOf(problems);
    }

    static Asked of(GraphQuestion question) {
        var problems = new ArrayList<Problem>();
        var find = read(question.find(), problems);
        var hide = read(question.hide(), problems);
        return new Asked(question, find, hide, problems);
    }

    TrafficQuestion traffic() {
        return new TrafficQuestion(
                List.copyOf(question.namespaces()),
                Optional.empty(),
                RateChoice.DEFAULT,
                question.window(),
                Optional.empty(),
                question.idle());
    }

    /// What flowed, between services and the workloads behind them; a service with one version is
    /// one node with it.
    TopologySnapshot graph(TrafficWindow window, MeshFacts facts) {
        return TopologyBuilder.build(window, options(question.idle(), find), facts);
    }

    /// Everything that is configured, whatever flowed and whether or not the question says idle.
    TopologySnapshot configured(TrafficWindow window, MeshFacts facts) {
        return TopologyBuilder.build(window, options(true, find), facts);
    }

    /// As [#graph], without whatever took no part and without marks: one of many in a row.
    TopologySnapshot moment(TrafficWindow window, MeshFacts facts) {
        return TopologyBuilder.build(window, options(false, Optional.empty()), facts);
    }

    private TopologyOptions options(boolean idle, Optional<Expression> marked) {
        return new TopologyOptions(
                question.type(),
                question.namespaces(),
                Optional.empty(),
                RateChoice.DEFAULT,
                true,
                true,
                idle,
                idle,
                marked,
                hide);
    }

    private static Optional<Expression> read(String text, List<Problem> problems) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return switch (Expression.parse(text)) {
            case Result.Ok<Expression>(var expression, _) -> Optional.of(expression);
            case Result.Err<Expression>(var reasons) -> {
                problems.addAll(reasons);
                yield Optional.empty();
            }
        };
    }
}
