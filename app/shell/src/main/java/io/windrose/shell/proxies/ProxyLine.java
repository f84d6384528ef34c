package io.windrose.shell.proxies;

import io.windrose.controlplane.status.ProxyStatus;
import io.windrose.controlplane.status.SyncStatus;
import io.windrose.shell.theme.Tone;
import io.windrose.workspace.story.ProxyState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// One proxy as a row of the table.
///
/// @param software such as `envoy 1.39.0`; a dash where it did not say
/// @param sent version of the newest configuration that was sent; -1 before the first
/// @param acknowledged version of the newest that it accepted as a whole; -1 before the first
/// @param rejection its newest refusal in its own words; empty when it refuses nothing
record ProxyLine(
        String nodeId,
        String name,
        Tone tone,
        String state,
        String software,
        Instant connectedAt,
        long sent,
        long acknowledged,
        String rejection) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH);
    private static final String NOTHING = "–";

    /// Ill ones first, then by name.
    static List<ProxyLine> of(SyncStatus sync, long version) {
        return sync.proxies().stream()
                .map(proxy -> of(proxy, version))
                .sorted(
                        Comparator.comparing(ProxyLine::tone, Comparator.reverseOrder())
                                .thenComparing(ProxyLine::name))
                .toList();
    }

    /// `41`; a dash before the first.
    static String version(long version) {
        return version < 0 ? NOTHING : Long.toString(version);
    }

    /// `14:02:11`; `20 Nov, 14:02:11` when that was not today.
    static String since(Instant at, Instant now, ZoneId zone) {
        boolean today = LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(now, zone));
        return (today ? TIME : DAY_AND_TIME).format(at.atZone(zone));
    }

    private static ProxyLine of(ProxyStatus proxy, long version) {
        var state = ProxyState.of(proxy, version);
        return new ProxyLine(
                proxy.nodeId(),
                proxy.name(),
                Tone.of(state.status()),
                state.words(),
                proxy.software().isEmpty() ? NOTHING : proxy.software(),
                proxy.connectedAt(),
                proxy.session().offered(),
                proxy.session().acknowledged(),
                state.refusal());
    }
}
