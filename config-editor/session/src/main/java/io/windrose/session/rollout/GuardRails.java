package io.windrose.session.rollout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;

/// What a version must keep while it is given more traffic.
///
/// @param maxErrorPercent 0 to 100
/// @param maxP95Millis more than 0
/// @param minimumRequests in a sample; fewer neither hold nor break anything
/// @param hold how long a limit must be exceeded before it counts
public record GuardRails(
        double maxErrorPercent, double maxP95Millis, long minimumRequests, Duration hold) {
    /// Of the requests, this share must be faster than the limit.
    public static final double QUANTILE = 0.95;

    public static final GuardRails DEFAULT = new GuardRails(5, 500, 30, Duration.ofSeconds(10));

    public GuardRails {
        if (!(maxErrorPercent >= 0 && maxErrorPercent <= 100)) {
            throw new IllegalArgumentException("errors outside 0 to 100: " + maxErrorPercent);
        }
        if (!(maxP95Millis > 0) || Double.isInfinite(maxP95Millis)) {
            throw new IllegalArgumentException("a p95 that none can keep: " + maxP95Millis);
        }
        if (minimumRequests < 1 || hold.isNegative()) {
            throw new IllegalArgumentException(minimumRequests + " requests for " + hold);
        }
    }

    public GuardRails withMaxErrorPercent(double percent) {
        return new GuardRails(percent, maxP95Millis, minimumRequests, hold);
    }

    public GuardRails withMaxP95Millis(double millis) {
        return new GuardRails(maxErrorPercent, millis, minimumRequests, hold);
    }

    /// @param samples oldest first; only those from which on the judgement shall count
    /// @param watched the subsets that are judged
    public Verdict judge(List<HealthSample> samples, SortedSet<String> watched) {
        var found = new ArrayList<Breach>();
        boolean known = false;
        double most = 0;
        for (var subset : watched) {
            for (var rail : Breach.Rail.values()) {
                breach(samples, subset, rail).ifPresent(found::add);
            }
            known |= samples.stream().anyMatch(sample -> isEnough(sample, subset));
            if (!samples.isEmpty()) {
                most = Math.max(most, requests(samples.getLast(), subset));
            }
        }
        if (!known) {
            return new Verdict.Unknown(most, minimumRequests);
        }
        if (found.isEmpty()) {
            return new Verdict.Holds();
        }
        found.sort(Comparator.comparing(Breach::since));
        var now = samples.getLast().at();
        var lasting = found.stream().filter(one -> !one.since().plus(hold).isAfter(now)).toList();
        return lasting.isEmpty() ? new Verdict.Exceeded(found) : new Verdict.Breached(lasting);
    }

    /// The streak that reaches to the newest sample; samples that tell nothing do not end it.
    private Optional<Breach> breach(List<HealthSample> samples, String subset, Breach.Rail rail) {
        Optional<Instant> since = Optional.empty();
        double measured = 0;
        for (var sample : samples) {
            var figure = figure(sample, subset, rail);
            if (figure.isPresent()) {
                measured = figure.getAsDouble();
                if (measured <= limit(rail)) {
                    since = Optional.empty();
                } else if (since.isEmpty()) {
                    since = Optional.of(sample.at());
                }
            }
        }
        double last = measured;
        return since.map(at -> new Breach(subset, rail, last, limit(rail), at));
    }

    public double limit(Breach.Rail rail) {
        return switch (rail) {
            case ERRORS -> maxErrorPercent;
            case P95 -> maxP95Millis;
        };
    }

    private OptionalDouble figure(HealthSample sample, String subset, Breach.Rail rail) {
        var version = sample.bySubset().get(subset);
        if (version == null || version.requests() < minimumRequests) {
            return OptionalDouble.empty();
        }
        return switch (rail) {
            case ERRORS -> OptionalDouble.of(version.errorPercent());
            case P95 -> version.p95Millis();
        };
    }

    private boolean isEnough(HealthSample sample, String subset) {
        return requests(sample, subset) >= minimumRequests;
    }

    private static double requests(HealthSample sample, String subset) {
        var version = sample.bySubset().get(subset);
        return version == null ? 0 : version.requests();
    }
}
