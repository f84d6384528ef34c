package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Mesh;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// An alert on the share of some series in all, where each is only divided by itself.
///
/// @see <a href="https://prometheus.io/docs/prometheus/latest/querying/operators/">Prometheus:
///   vector matching</a>
final class RateOfItself extends Pitfall {
    private static final Pattern SHARE =
            Pattern.compile(
                    "(?<!\\()\\b(rate|irate|increase)\\((\\w+)\\{[^}]*}\\[\\w+]\\)\\s*/\\s*\\1\\(\\2\\[\\w+]\\)");

    RateOfItself() {
        super("WR0305");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var rules : mesh.all("monitoring.coreos.com/PrometheusRule")) {
            for (var group : rules.spec().items("groups")) {
                for (var rule : group.items("rules")) {
                    var expression = rule.get("expr");
                    var share = SHARE.matcher(expression.text());
                    if (share.find()) {
                        found.accept(
                                Finding.of(
                                        code(),
                                        expression,
                                        "Each series of %s is divided by itself, which is always 1: sum both sides first, as in sum(%s(...)) / sum(%s(...))."
                                                .formatted(
                                                        share.group(2),
                                                        share.group(1),
                                                        share.group(1))));
                    }
                }
            }
        }
    }
}
