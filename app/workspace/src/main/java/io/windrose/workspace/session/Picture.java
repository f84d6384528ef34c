package io.windrose.workspace.session;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Reading;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.layout.Layout;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The newest graph with everything that is needed to show and to judge it.
///
/// @param graph empty until the first answer; stale with the reason while nobody answers
/// @param layout of that graph; what stayed stands where it stood
/// @param covered how much time the rates really stand for; zero before the first answer
/// @param history one graph for each interval between two looks, oldest first, of the same
///   question; as far back as the window and five minutes at least. In a long window intervals are
///   put together, so that there are about 120 at most. Nodes without traffic and marks of `find`
///   are not in it
/// @param versions what flowed whatever the question leaves out, for who judges a change
/// @param problems of the question itself, such as a `find` that cannot be read; and warnings of
///   what the newest look could not see
public record Picture(
        GraphQuestion question,
        Reading<TopologySnapshot> graph,
        Layout layout,
        Duration covered,
        List<Moment> history,
        Versions versions,
        List<Problem> problems) {

    /// What flowed in one interval between two looks.
    ///
    /// @param at the end of the interval
    public record Moment(Instant at, Duration interval, TopologySnapshot graph) {}

    /// Services and the versions behind them, in all namespaces and with nothing hidden.
    ///
    /// @param graph over the same window as the picture's; empty before the first answer
    /// @param moments one for each interval between two looks, of the last five minutes, oldest
    ///   first
    public record Versions(TopologySnapshot graph, List<Moment> moments) {
        public static final Versions NONE = new Versions(TopologySnapshot.EMPTY, List.of());

        public Versions {
            moments = List.copyOf(moments);
        }
    }

    /// Of a question that shows versions and leaves nothing out, so that both are the same.
    public Picture(
            GraphQuestion question,
            Reading<TopologySnapshot> graph,
            Layout layout,
            Duration covered,
            List<Moment> history,
            List<Problem> problems) {
        this(
                question,
                graph,
                layout,
                covered,
                history,
                new Versions(graph.value().orElse(TopologySnapshot.EMPTY), history),
                problems);
    }

    public Picture {
        history = List.copyOf(history);
        problems = List.copyOf(problems);
    }
}
