package io.windrose.shell.panel;

import io.windrose.topology.GraphType;
import io.windrose.workspace.session.GraphQuestion;
import io.windrose.workspace.story.TimeSpan;
import java.util.Optional;

/// What in a question leaves out of the graph what another question showed.
final class Narrowing {
    private Narrowing() {}

    /// @return the most telling difference, such as `The graph shows services`; empty when `now`
    ///   shows at least what `before` did
    static Optional<String> of(GraphQuestion before, GraphQuestion now) {
        if (now.type() != before.type()) {
            return Optional.of("The graph shows " + plural(now.type()));
        }
        if (leavesOutNamespaces(before, now)) {
            return Optional.of(
                    "Shown "
                            + (now.namespaces().size() == 1 ? "is namespace " : "are namespaces ")
                            + String.join(", ", now.namespaces()));
        }
        if (!now.hide().isEmpty() && !now.hide().equals(before.hide())) {
            return Optional.of("Hidden is what matches “" + now.hide() + "”");
        }
        if (before.idle() && !now.idle()) {
            return Optional.of("Idle services are not shown");
        }
        return now.window().compareTo(before.window()) < 0
                ? Optional.of("No traffic in the last " + TimeSpan.words(now.window()))
                : Optional.empty();
    }

    private static boolean leavesOutNamespaces(GraphQuestion before, GraphQuestion now) {
        return !now.namespaces().isEmpty()
                && (before.namespaces().isEmpty()
                        || !now.namespaces().containsAll(before.namespaces()));
    }

    private static String plural(GraphType type) {
        return switch (type) {
            case APP -> "apps";
            case VERSIONED_APP -> "versions";
            case SERVICE -> "services";
            case WORKLOAD -> "workloads";
        };
    }
}
