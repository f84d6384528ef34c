package io.windrose.workspace.session;

import io.windrose.topology.GraphType;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the picture shall show.
///
/// @param namespaces empty means all
/// @param window how far back to look; shortened to what is known so far
/// @param idle also workloads and services without traffic
/// @param find expression whose matches are marked; empty for none
/// @param hide expression whose matches are left out; empty for none
public record GraphQuestion(
        GraphType type,
        SortedSet<String> namespaces,
        Duration window,
        boolean idle,
        String find,
        String hide) {
    public static final GraphQuestion DEFAULT =
            new GraphQuestion(
                    GraphType.VERSIONED_APP, new TreeSet<>(), Duration.ofMinutes(1), false, "", "");

    public GraphQuestion {
        namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
    }

    public GraphQuestion withType(GraphType newType) {
        return new GraphQuestion(newType, namespaces, window, idle, find, hide);
    }

    /// @param newNamespaces empty means all
    public GraphQuestion withNamespaces(Collection<String> newNamespaces) {
        return new GraphQuestion(type, new TreeSet<>(newNamespaces), window, idle, find, hide);
    }

    public GraphQuestion withWindow(Duration newWindow) {
        return new GraphQuestion(type, namespaces, newWindow, idle, find, hide);
    }

    public GraphQuestion withIdle(boolean newIdle) {
        return new GraphQuestion(type, namespaces, window, newIdle, find, hide);
    }

    public GraphQuestion withFind(String newFind) {
        return new GraphQuestion(type, namespaces, window, idle, newFind, hide);
    }

    public GraphQuestion withHide(String newHide) {
        return new GraphQuestion(type, namespaces, window, idle, find, newHide);
    }

    /// All versions of everything in the same window.
    GraphQuestion ofAllVersions() {
        return new GraphQuestion(GraphType.VERSIONED_APP, new TreeSet<>(), window, false, "", "");
    }

    /// Whether its graph says as much about versions as that of [#ofAllVersions].
    boolean leavesNothingOut() {
        return type == GraphType.VERSIONED_APP && namespaces.isEmpty() && hide.isEmpty();
    }
}
