package io.windrose.workspace.preferences;

import io.windrose.session.rollout.GuardRails;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.GraphQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that the program remembers of its user.
///
/// @param window empty before the first run
/// @param question what a new connection is asked first; its namespaces, find and hide are empty
/// @param pace of the refreshes, positive; empty for none
/// @param reducedMotion nothing moves by itself
/// @param stallDetector whether the program watches its own responsiveness
/// @param rails the limits that were set last for the guard of a traffic shift
/// @param recents the newest first, each connection once
public record Preferences(
        ThemeChoice theme,
        Optional<WindowBounds> window,
        GraphQuestion question,
        Optional<Duration> pace,
        boolean reducedMotion,
        boolean stallDetector,
        GuardRails rails,
        List<Recent> recents) {
    public static final Preferences DEFAULT =
            new Preferences(
                    ThemeChoice.SYSTEM,
                    Optional.empty(),
                    GraphQuestion.DEFAULT,
                    Optional.of(Duration.ofSeconds(5)),
                    false,
                    false,
                    GuardRails.DEFAULT,
                    List.of());

    private static final int MAX_RECENTS = 8;

    public Preferences {
        if (pace.isPresent() && !pace.get().isPositive()) {
            throw new IllegalArgumentException("a pace of " + pace.get());
        }
        recents = List.copyOf(recents);
    }

    public Preferences withTheme(ThemeChoice newTheme) {
        return new Preferences(
                newTheme, window, question, pace, reducedMotion, stallDetector, rails, recents);
    }

    public Preferences withWindow(WindowBounds bounds) {
        return new Preferences(
                theme,
                Optional.of(bounds),
                question,
                pace,
                reducedMotion,
                stallDetector,
                rails,
                recents);
    }

    /// @param asked of which namespaces, find and hide are left out: they belong to one mesh
    public Preferences withQuestion(GraphQuestion asked) {
        var general =
                asked.withNamespaces(GraphQuestion.DEFAULT.namespaces()).withFind("").withHide("");
        return new Preferences(
                theme, window, general, pace, reducedMotion, stallDetector, rails, recents);
    }

    public Preferences withPace(Optional<Duration> newPace) {
        return new Preferences(
                theme, window, question, newPace, reducedMotion, stallDetector, rails, recents);
    }

    public Preferences withReducedMotion(boolean reduced) {
        return new Preferences(
                theme, window, question, pace, reduced, stallDetector, rails, recents);
    }

    public Preferences withStallDetector(boolean on) {
        return new Preferences(theme, window, question, pace, reducedMotion, on, rails, recents);
    }

    public Preferences withRails(GuardRails newRails) {
        return new Preferences(
                theme, window, question, pace, reducedMotion, stallDetector, newRails, recents);
    }

    public Preferences withoutRecents() {
        return with(List.of());
    }

    public Preferences without(Connection connection) {
        return with(
                recents.stream().filter(each -> !each.connection().equals(connection)).toList());
    }

    /// What was seen there, of a connection that is remembered; nothing changes otherwise.
    ///
    /// @param summary as in [Recent]
    public Preferences describe(Connection connection, String summary) {
        return with(
                recents.stream()
                        .map(each ->
                                each.connection().equals(connection)
                                        ? new Recent(connection, each.at(), summary)
                                        : each)
                        .toList());
    }

    /// The connection comes first among the recent ones; beyond eight the oldest is forgotten.
    public Preferences remember(Connection connection, Instant at, String summary) {
        var all = new ArrayList<Recent>();
        all.add(new Recent(connection, at, summary));
        recents.stream()
                .filter(recent -> !recent.connection().equals(connection))
                .limit(MAX_RECENTS - 1)
                .forEach(all::add);
        return with(all);
    }

    private Preferences with(List<Recent> newRecents) {
        return new Preferences(
                theme, window, question, pace, reducedMotion, stallDetector, rails, newRecents);
    }
}
