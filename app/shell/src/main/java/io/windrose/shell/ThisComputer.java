package io.windrose.shell;

import io.windrose.icons.Icon;
import io.windrose.kernel.Problem;
import io.windrose.shell.theme.Tone;
import io.windrose.shell.welcome.Card;
import io.windrose.shell.welcome.WelcomeFacts;
import io.windrose.shell.welcome.WelcomeFacts.Check;
import io.windrose.shell.welcome.WelcomeFacts.ContextRow;
import io.windrose.shell.welcome.WelcomeFacts.RecentRow;
import io.windrose.shell.welcome.WelcomeSource;
import io.windrose.workspace.preferences.KeptPreferences;
import io.windrose.workspace.preferences.Preferences;
import io.windrose.workspace.preferences.Recent;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.welcome.KubeContext;
import io.windrose.workspace.welcome.KubeContexts;
import io.windrose.workspace.welcome.Preflight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the welcome screen shows of the computer that the program runs on.
final class ThisComputer implements WelcomeSource {
    private static final int DAYS_OF_A_WEEK = 7;

    private final KeptPreferences preferences;
    private final InstantSource clock;
    private final ZoneId zone;

    ThisComputer(KeptPreferences preferences, InstantSource clock, ZoneId zone) {
        this.preferences = preferences;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public WelcomeFacts facts() {
        var recents =
                toldApart(preferences.values().get().recents().stream().map(this::row).toList());
        var kubeconfig = KubeContexts.ofThisUser();
        var contexts =
                kubeconfig.contexts().stream()
                        .map(each -> new ContextRow(each.name(), detail(each), each.current()))
                        .toList();
        var problem = kubeconfig.problems().stream().map(Problem::message).findFirst().orElse("");
        return new WelcomeFacts(contexts, problem, recents);
    }

    @Override
    public List<Check> checks(Card card, String context) {
        return switch (card) {
            case SANDBOX -> rows(Preflight.of(Connection.Sandbox.DEFAULT).checks());
            case CLUSTER ->
                    rows(
                            KubeContexts.ofThisUser().contexts().stream()
                                    .filter(each -> each.name().equals(context))
                                    .flatMap(each -> each.checks().stream())
                                    .toList());
            case FOLDER ->
                    List.of(
                            new Check(
                                    Tone.HEALTHY,
                                    "Nothing is needed",
                                    "files are read; they are written only when you apply"));
            case RECORDING -> List.of();
        };
    }

    @Override
    public void clearRecents() {
        preferences.change(Preferences::withoutRecents);
    }

    private static List<Check> rows(List<io.windrose.workspace.welcome.Check> checks) {
        return checks.stream()
                .map(each -> new Check(Tone.of(each.status()), each.title(), each.detail()))
                .toList();
    }

    private static String detail(KubeContext context) {
        return context.server().isEmpty() ? context.cluster() : context.server();
    }

    @Override
    public void forget(Connection recent) {
        preferences.change(values -> values.without(recent));
    }

    private RecentRow row(Recent recent) {
        var connection = recent.connection();
        var when = when(recent.at(), clock.instant(), zone);
        var gone = folder(connection).filter(path -> !Files.isDirectory(path));
        var seen = recent.summary().isEmpty() ? unseen(connection) : recent.summary();
        var detail = gone.map(path -> "There is no folder " + path + " any more").orElse(seen);
        return switch (connection) {
            case Connection.Sandbox _ ->
                    new RecentRow(
                            connection,
                            Icon.PLAY_CIRCLE,
                            "Sandbox",
                            title(connection),
                            detail,
                            when,
                            gone.isEmpty());
            case Connection.Folder _ ->
                    new RecentRow(
                            connection,
                            Icon.FOLDER,
                            "Folder",
                            title(connection),
                            detail,
                            when,
                            gone.isEmpty());
        };
    }

    private static Optional<Path> folder(Connection connection) {
        return switch (connection) {
            case Connection.Sandbox(var folder, _) -> folder;
            case Connection.Folder(var path) -> Optional.of(path);
        };
    }

    /// Of those that are called the same, each says its folder.
    private static List<RecentRow> toldApart(List<RecentRow> rows) {
        return rows.stream()
                .map(row ->
                        rows.stream().filter(each -> each.title().equals(row.title())).count() > 1
                                ? folder(row.connection())
                                        .filter(path -> !row.detail().contains(path.toString()))
                                        .map(path -> row.withDetail(path + ", " + row.detail()))
                                        .orElse(row)
                                : row)
                .toList();
    }

    /// A sandbox is called after the folder that it follows, if any.
    private static String title(Connection connection) {
        return switch (connection) {
            case Connection.Sandbox(var followed, _) ->
                    followed.map(Path::getFileName)
                            .map(name -> connection.name() + " with " + name)
                            .orElse(connection.name());
            case Connection.Folder _ -> connection.name();
        };
    }

    private static String unseen(Connection connection) {
        return folder(connection).map(Path::toString).orElse("a mesh on this computer");
    }

    /// `today 13:40`, `yesterday`, `Wednesday`, `2026-11-08`.
    static String when(Instant at, Instant now, ZoneId zone) {
        var moment = at.atZone(zone);
        var today = LocalDate.ofInstant(now, zone);
        long days = ChronoUnit.DAYS.between(moment.toLocalDate(), today);
        if (days <= 0) {
            return "today " + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(moment);
        }
        if (days == 1) {
            return "yesterday";
        }
        return days < DAYS_OF_A_WEEK
                ? DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH).format(moment)
                : DateTimeFormatter.ISO_LOCAL_DATE.format(moment);
    }
}
