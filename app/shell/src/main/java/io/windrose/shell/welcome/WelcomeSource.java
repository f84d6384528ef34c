package io.windrose.shell.welcome;

import io.windrose.shell.welcome.WelcomeFacts.Check;
import io.windrose.workspace.session.Connection;
import java.util.List;

/// Where the welcome screen learns what it shows. Everything here may block on the disk, and is
/// never asked on the JavaFX thread.
public interface WelcomeSource {

    WelcomeFacts facts();

    /// What would stand in the way of that kind of connection.
    ///
    /// @param context name of the chosen Kubernetes context; empty for the others
    List<Check> checks(Card card, String context);

    void clearRecents();

    void forget(Connection recent);
}
