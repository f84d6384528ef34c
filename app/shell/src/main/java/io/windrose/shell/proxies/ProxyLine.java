package io.windrose.shell.proxies;

import io.windrose.controlplane.session.Rejection;
import io.windrose.controlplane.session.TypeStatus;
import io.windrose.controlplane.status.ProxyStatus;
import io.windrose.controlplane.status.SyncStatus;
import io.windrose.shell.theme.Tone;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One proxy in words.
///
/// @param software such as `envoy 1.39.0`; a dash where it did not say
/// @param since `14:02:11`, when it connected
/// @param sent version of the newest configuration that was sent; a dash before the first
/// @param acknowledged version of the newest that it accepted as a whole; a dash before the first
/// @param rejection its newest refusal in its own words; empty when it refused nothing
record ProxyLine(
        String name,
        Tone tone,
        String state,
        String software,
        String since,
        String sent,
        String acknowledged,
        String rejection) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String NOTHING = "–";

    /// Ill ones first, then by name.
    static List<ProxyLine> of(SyncStatus sync, long version, ZoneId zone) {
        return sync.proxies().stream()
                .map(proxy -> of(proxy, version, zone))
                .sorted(
                        Comparator.comparing(ProxyLine::tone, Comparator.reverseOrder())
                                .thenComparing(ProxyLine::name))
                .toList();
    }

    private static ProxyLine of(ProxyStatus proxy, long version, ZoneId zone) {
        var session = proxy.session();
        var rejection =
                session.types().values().stream()
                        .map(TypeStatus::rejection)
                        .flatMap(Optional::stream)
                        .max(Comparator.comparing(Rejection::at));
        boolean inSync = session.acknowledged() >= version;
        Tone tone = Tone.HEALTHY;
        String state = "in sync";
        if (rejection.isPresent()) {
            tone = Tone.FAILING;
            state = "refused";
        } else if (!inSync) {
            tone = Tone.DEGRADED;
            state = "behind";
        }
        return new ProxyLine(
                proxy.name(),
                tone,
                state,
                proxy.software().isEmpty() ? NOTHING : proxy.software(),
                CLOCK.format(proxy.connectedAt().atZone(zone)),
                version(session.offered()),
                version(session.acknowledged()),
                rejection.map(Rejection::reason).orElse(""));
    }

    private static String version(long version) {
        return version < 0 ? NOTHING : Long.toString(version);
    }
}
