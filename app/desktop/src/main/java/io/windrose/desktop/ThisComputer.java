package io.windrose.desktop;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.Tone;
import io.windrose.shell.welcome.Card;
import io.windrose.shell.welcome.WelcomeFacts;
import io.windrose.shell.welcome.WelcomeFacts.Check;
import io.windrose.shell.welcome.WelcomeFacts.RecentRow;
import io.windrose.shell.welcome.WelcomeSource;
import io.windrose.workspace.preferences.KeptPreferences;
import io.windrose.workspace.preferences.Preferences;
import io.windrose.workspace.preferences.Recent;
import io.windrose.workspace.session.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// What the start page shows of this computer.
///
/// @param zone in which times are written
record ThisComputer(KeptPreferences preferences, InstantSource clock, ZoneId zone)
        implements WelcomeSource {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY =
            DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
    private static final int DAYS_OF_A_WEEK = 7;

    @Override
    public WelcomeFacts facts() {
        var recents = preferences.values().get().recents().stream().map(this::row).toList();
        return new WelcomeFacts(List.of(), "", recents);
    }

    @Override
    public List<Check> checks(Card card, String context) {
        long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
        return switch (card) {
            case SANDBOX ->
                    List.of(
                            new Check(
                                    Tone.HEALTHY,
                                    "Nothing to install",
                                    "The mesh runs inside this program"),
                            new Check(
                                    Tone.HEALTHY,
                                    mebibytes + " MiB of memory",
                                    "The mesh and the window share it"));
            case CLUSTER, FOLDER, RECORDING -> List.of();
        };
    }

    @Override
    public void clearRecents() {
        preferences.change(Preferences::withoutRecents);
    }

    private RecentRow row(Recent recent) {
        var icon =
                switch (recent.connection()) {
                    case Connection.Sandbox _ -> Icon.PLAY_CIRCLE;
                    case Connection.Folder _ -> Icon.FOLDER;
                };
        return new RecentRow(
                recent.connection(),
                icon,
                recent.connection().name(),
                recent.summary(),
                when(recent.at(), clock.instant(), zone));
    }

    /// `today 13:40`, `yesterday`, `Wednesday`, `2026-11-01`.
    static String when(Instant at, Instant now, ZoneId zone) {
        var day = at.atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(day, now.atZone(zone).toLocalDate());
        if (days == 0) {
            return "today " + CLOCK.format(at.atZone(zone));
        }
        if (days == 1) {
            return "yesterday";
        }
        return days < DAYS_OF_A_WEEK ? WEEKDAY.format(day) : day.toString();
    }
}
