package io.windrose.shell.topology;

import io.windrose.kernel.Problem;
import io.windrose.shell.panel.TimeSpan;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;

/// What the place of the graph has to show.
public sealed interface ScreenState {

    /// The first picture has not arrived yet.
    record Loading() implements ScreenState {}

    /// There never was a picture, and why.
    record Failed(String cause) implements ScreenState {}

    /// Nobody called anybody.
    ///
    /// @param idleOffered whether services without traffic could be shown
    record Empty(String title, String why, boolean idleOffered) implements ScreenState {}

    /// The person's own expression hides everything.
    record AllHidden(String expression) implements ScreenState {}

    record Showing() implements ScreenState {}

    static ScreenState of(Picture picture, MeshView mesh) {
        var graph = picture.graph();
        if (graph.value().isEmpty()) {
            return graph.isStale()
                    ? new Failed(
                            graph.problems().stream().map(Problem::message).findFirst().orElse(""))
                    : new Loading();
        }
        var question = picture.question();
        if (!graph.value().get().nodes().isEmpty()) {
            return new Showing();
        }
        if (!question.hide().isEmpty()) {
            return new AllHidden(question.hide());
        }
        long known = mesh.mesh().services().all().size();
        var title = "No traffic in the last " + TimeSpan.words(question.window());
        return new Empty(title, why(known, question.idle()), known > 0 && !question.idle());
    }

    private static String why(long known, boolean idle) {
        if (known == 0) {
            return "No services are known yet: the folder has no Service in it.";
        }
        var services = known == 1 ? "1 service is known" : known + " services are known";
        return idle
                ? services + ", none of them in the chosen namespaces."
                : services + ", none was called.";
    }
}
