package io.windrose.shell.topology;

import io.windrose.kernel.Problem;
import io.windrose.topology.Badge;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import io.windrose.workspace.story.TimeSpan;
import java.time.Duration;

/// What the place of the graph has to show.
public sealed interface ScreenState {
    Duration HOUR = Duration.ofHours(1);

    /// The first picture has not arrived yet.
    record Loading() implements ScreenState {}

    /// There never was a picture, and why.
    record Failed(String cause) implements ScreenState {}

    /// Nobody called anybody.
    ///
    /// @param idleOffered whether services without traffic could be shown
    /// @param hourOffered whether a longer look back could find some
    record Empty(String title, String why, boolean idleOffered, boolean hourOffered)
            implements ScreenState {}

    /// The person's own expression hides everything.
    record AllHidden(String expression) implements ScreenState {}

    record Showing() implements ScreenState {}

    /// @param measured false for files alone, which nobody calls
    /// @param idleShown whether nodes without traffic are drawn
    static ScreenState of(Picture picture, MeshView mesh, boolean measured, boolean idleShown) {
        var graph = picture.graph();
        if (graph.value().isEmpty()) {
            return graph.isStale()
                    ? new Failed(
                            graph.problems().stream().map(Problem::message).findFirst().orElse(""))
                    : new Loading();
        }
        var question = picture.question();
        var nodes = graph.value().get().nodes().values();
        if (nodes.stream().anyMatch(node -> idleShown || !node.has(Badge.IDLE))) {
            return new Showing();
        }
        if (!question.hide().isEmpty()) {
            return new AllHidden(question.hide());
        }
        int known = mesh.mesh().services().all().size();
        boolean idle = question.idle() && idleShown;
        return new Empty(
                measured
                        ? "No traffic in the last " + TimeSpan.words(question.window())
                        : "No services to draw",
                why(known, idle, measured),
                known > 0 && !idle,
                measured && question.window().compareTo(HOUR) < 0);
    }

    private static String why(int known, boolean idle, boolean measured) {
        if (known == 0) {
            return "No services are known yet: the folder has no Service in it.";
        }
        var services = known == 1 ? "1 service is known" : known + " services are known";
        if (idle) {
            return services + ", none of them in the chosen namespaces.";
        }
        return services
                + (measured ? ", none was called." : ", and those without traffic are left out.");
    }
}
