package io.windrose.traffic.route;

import io.windrose.traffic.match.RequestHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a virtual host: when it applies, and what then.
public record Route(RouteMatch match, Outcome outcome) {

    /// How a route that applies comes to its decision.
    public sealed interface Outcome {}

    public record Always(Decision decision) implements Outcome {}

    /// @param weights one per decision, none negative
    /// @param total the sum of `weights`, at least 1
    public record ByWeight(List<Decision.Forward> decisions, List<Integer> weights, long total)
            implements Outcome {

        public ByWeight {
            decisions = List.copyOf(decisions);
            weights = List.copyOf(weights);
            if (total < 1 || decisions.size() != weights.size()) {
                throw new IllegalArgumentException("weights " + weights + " sum to " + total);
            }
        }

        public static ByWeight of(List<Decision.Forward> decisions, List<Integer> weights) {
            return new ByWeight(
                    decisions, weights, weights.stream().mapToLong(Integer::longValue).sum());
        }

        Decision pick(long random) {
            long point = Long.remainderUnsigned(random, total);
            int i = 0;
            while (point >= weights.get(i)) {
                point -= weights.get(i);
                i++;
            }
            return decisions.get(i);
        }
    }

    /// The request itself names the cluster; without that header there is no route.
    public record ByHeader(String header, Decision.Forward template) implements Outcome {}

    /// @return null when this route does not apply
    @Nullable Decision decide(RequestHead head) {
        if (!match.matches(head)) {
            return null;
        }
        return switch (outcome) {
            case Always(var decision) -> decision;
            case ByWeight weighted -> weighted.pick(head.random());
            case ByHeader(var header, var template) -> {
                var cluster = head.header(header);
                yield cluster == null ? null : template.withCluster(cluster);
            }
        };
    }
}
