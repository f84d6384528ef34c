package io.windrose.topology.build;

import io.windrose.topology.Health;
import io.windrose.topology.Health.Status;
import io.windrose.topology.Outcome;
import io.windrose.topology.Traffic;
import java.util.List;
import java.util.Locale;

/// How many responses of a kind are too many.
///
/// @param words how the kind is called, for people
/// @param degradedPercent more than this share degrades when it is 0, else this share or more
/// @param failingPercent this share or more fails
/// @see <a href="https://kiali.io/docs/configuration/health/">Kiali's default tolerances</a>
record Tolerance(Outcome outcome, String words, double degradedPercent, double failingPercent) {
    static final List<Tolerance> DEFAULT =
            List.of(
                    new Tolerance(Outcome.SERVER_ERROR, "5xx", 0, 10),
                    new Tolerance(Outcome.CLIENT_ERROR, "4xx", 10, 20),
                    new Tolerance(Outcome.GRPC_ERROR, "gRPC errors", 0, 10),
                    new Tolerance(Outcome.NO_RESPONSE, "no response", 0, 10));

    /// The worst verdict of all tolerances; [Health#NONE] when nothing flows.
    static Health judge(Traffic traffic) {
        if (traffic.isIdle()) {
            return Health.NONE;
        }
        var health = Health.HEALTHY;
        for (var tolerance : DEFAULT) {
            health = health.worse(tolerance.verdict(traffic));
        }
        return health;
    }

    private Health verdict(Traffic traffic) {
        double percent = 100 * traffic.rateOf(outcome::equals) / traffic.ratePerSecond();
        if (!(percent > 0) || percent < degradedPercent) {
            return Health.HEALTHY;
        }
        boolean failing = percent >= failingPercent;
        return new Health(
                failing ? Status.FAILING : Status.DEGRADED,
                String.format(Locale.ROOT, "%.1f %% %s", percent, words));
    }
}
