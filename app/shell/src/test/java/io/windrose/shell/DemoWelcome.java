package io.windrose.shell;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.Tone;
import io.windrose.shell.welcome.Card;
import io.windrose.shell.welcome.WelcomeFacts;
import io.windrose.shell.welcome.WelcomeFacts.Check;
import io.windrose.shell.welcome.WelcomeFacts.ContextRow;
import io.windrose.shell.welcome.WelcomeFacts.RecentRow;
import io.windrose.shell.welcome.WelcomeSource;
import io.windrose.workspace.session.Connection;
import java.nio.file.Path;
import java.util.List;

/// What the pictures of the welcome screen show.
public final class DemoWelcome implements WelcomeSource {
    private List<RecentRow> recents =
            List.of(
                    new RecentRow(
                            Connection.Sandbox.DEFAULT,
                            Icon.PLAY_CIRCLE,
                            "Sandbox",
                            "sandbox",
                            "3 namespaces, 12 proxies, 1 failing, 2 degraded",
                            "today 13:40",
                            true),
                    new RecentRow(
                            new Connection.Folder(Path.of("mesh-config")),
                            Icon.FOLDER,
                            "Folder",
                            "mesh-config",
                            "42 resources, 1 error, 2 warnings",
                            "yesterday",
                            true),
                    new RecentRow(
                            new Connection.Folder(Path.of("/home/ann/old-mesh")),
                            Icon.FOLDER,
                            "Folder",
                            "old-mesh",
                            "There is no folder /home/ann/old-mesh any more",
                            "Wednesday",
                            false));

    @Override
    public WelcomeFacts facts() {
        return new WelcomeFacts(
                List.of(
                        new ContextRow("kind-dev", "cluster kind-dev, user kind-dev", true),
                        new ContextRow("staging-eu", "cluster staging-eu, user sre", false),
                        new ContextRow("prod-eu", "cluster prod-eu, user sre", false)),
                "",
                recents);
    }

    @Override
    public List<Check> checks(Card card, String context) {
        return List.of(
                new Check(
                        Tone.HEALTHY, "Java 25 with 1,024 MiB", "the sandbox needs about 300 MiB"),
                new Check(Tone.HEALTHY, "Loopback works", "every port is chosen by the system"),
                new Check(
                        Tone.DEGRADED,
                        "1 processor",
                        "the sandbox runs 7 proxies and may be slow at first"));
    }

    @Override
    public void clearRecents() {
        recents = List.of();
    }

    @Override
    public void forget(Connection recent) {
        recents = recents.stream().filter(row -> !row.connection().equals(recent)).toList();
    }
}
