package io.windrose.workspace.welcome;

import static io.windrose.workspace.story.MeshSummary.count;

import io.windrose.kernel.Problem;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import io.windrose.workspace.story.MeshSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What is worth remembering of a connection, in a line.
public final class RecentSummary {
    private RecentSummary() {}

    /// `3 namespaces, 12 proxies, 1 failing`; of files `42 resources, 1 error, 2 warnings`.
    ///
    /// @return empty while nothing is known yet
    public static String of(Connection connection, Picture picture, MeshView mesh) {
        return String.join(
                ", ",
                switch (connection) {
                    case Connection.Sandbox _ -> measured(picture, mesh);
                    case Connection.Folder _ -> written(mesh);
                });
    }

    private static List<String> measured(Picture picture, MeshView mesh) {
        if (picture.graph().value().isEmpty()) {
            return List.of();
        }
        var summary = MeshSummary.of(picture, mesh);
        var parts = new ArrayList<String>();
        parts.add(count(summary.namespaces(), "namespace"));
        summary.proxies()
                .ifPresent(proxies ->
                        parts.add(
                                proxies.known() + (proxies.known() == 1 ? " proxy" : " proxies")));
        if (summary.failing() > 0) {
            parts.add(summary.failing() + " failing");
        }
        if (summary.degraded() > 0) {
            parts.add(summary.degraded() + " degraded");
        }
        return parts;
    }

    private static List<String> written(MeshView mesh) {
        var problems =
                Stream.concat(mesh.config().findings().stream(), mesh.mesh().findings().stream())
                        .toList();
        int errors = (int) problems.stream().filter(Problem::isError).count();
        int warnings = problems.size() - errors;
        var parts = new ArrayList<String>();
        parts.add(count(mesh.config().resources().size(), "resource"));
        if (errors > 0) {
            parts.add(count(errors, "error"));
        }
        if (warnings > 0) {
            parts.add(count(warnings, "warning"));
        }
        return parts;
    }
}
