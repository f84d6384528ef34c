package io.windrose.desktop.picture;

import io.windrose.shell.welcome.Card;
import io.windrose.shell.welcome.WelcomeFacts;
import io.windrose.shell.welcome.WelcomeFacts.Check;
import io.windrose.shell.welcome.WelcomeSource;
import io.windrose.workspace.session.Connection;
import java.util.List;

/// The start page as on a new computer: a picture shows nothing that is its user's own, and what is
/// looked at before connecting all the same.
record EmptyWelcome(WelcomeSource computer) implements WelcomeSource {
    @Override
    public WelcomeFacts facts() {
        return WelcomeFacts.NONE;
    }

    @Override
    public List<Check> checks(Card card, String context) {
        return computer.checks(card, context);
    }

    @Override
    public void clearRecents() {}

    @Override
    public void forget(Connection recent) {}
}
