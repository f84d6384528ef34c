package io.windrose.analysis;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who wrote what stands at a place, as an API server keeps it: `managedFields` have the program or
/// the person, and when that one last changed anything of theirs.
///
/// @param manager such as `kubectl-edit` or `argocd-controller`
/// @see <a
///   href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management">
///   Kubernetes: field management</a>
public record Authorship(String manager, Instant changed) {

    /// Of several writers the last one. Empty in files, which nobody keeps such records in.
    public static Optional<Authorship> of(Node node) {
        var path = new ArrayList<Node>();
        for (var step = node; !step.path().isEmpty(); step = step.around()) {
            path.addFirst(step);
        }
        return node.object().root().get("metadata").items("managedFields").stream()
                .filter(entry -> owns(entry.get("fieldsV1"), path))
                .flatMap(entry -> of(entry.text("manager"), entry.text("time")).stream())
                .max(Comparator.comparing(Authorship::changed));
    }

    private static Optional<Authorship> of(String manager, String time) {
        return instant(time).map(changed -> new Authorship(manager, changed));
    }

    /// Lists of Istio's kinds have one owner as a whole: what is listed as empty is owned with all
    /// that is in it.
    private static boolean owns(Node fields, List<Node> path) {
        var at = fields;
        for (var step : path) {
            var next = at.get("f:" + step.name());
            if (step.index() >= 0 || !next.exists()) {
                return false;
            }
            if (next.members().isEmpty()) {
                return true;
            }
            at = next;
        }
        return at.get(".").exists();
    }

    /// When the cluster was read that the mesh is of; empty for files of which nobody says so.
    public static Optional<Instant> now(Mesh mesh) {
        return mesh.all(Kinds.CLUSTER).stream()
                .flatMap(cluster -> instant(cluster.root().text("readAt")).stream())
                .findFirst();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// How long nothing of the author's has changed; empty where nobody says what time it is.
    public static Optional<Duration> age(Mesh mesh, Node node) {
        return now(mesh).flatMap(now -> of(node).map(one -> Duration.between(one.changed(), now)));
    }

    /// ` Set by kubectl-edit, and unchanged for 41 days.`, to be put behind a sentence; empty where
    /// it is not known.
    public static String sentence(Mesh mesh, Node node) {
        return of(node).map(one ->
                        now(mesh)
                                .map(now ->
                                        " Set by %s, and unchanged for %s."
                                                .formatted(
                                                        one.manager(),
                                                        words(
                                                                Duration.between(
                                                                        one.changed(), now))))
                                .orElse(
                                        " Set by %s, and unchanged since %s."
                                                .formatted(one.manager(), one.changed())))
                .orElse("");
    }

    private static String words(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() == 1 ? "1 day" : age.toDays() + " days";
        }
        long hours = Math.max(0, age.toHours());
        return hours == 1 ? "1 hour" : hours + " hours";
    }
}
