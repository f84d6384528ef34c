package io.windrose.shell.canary;

import io.windrose.session.rollout.Breach.Rail;
import io.windrose.session.rollout.HealthSample;
import io.windrose.shell.theme.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// One guard rail and the version that is closest to it or beyond.
///
/// @param name `Errors of v3`
/// @param figure `17.6 %`; `–` where there are too few requests
/// @param why for a tooltip
/// @param filled of the bar, 0 to 1
/// @param limitAt where on the bar the limit stands, 0 to 1
/// @param limit to be edited, without its unit
record RailState(
        Rail rail,
        Tone tone,
        String name,
        String figure,
        String why,
        double filled,
        double limitAt,
        String limit) {

    /// How far the bar goes, as a multiple of the limit: errors are mostly far below theirs.
    private static double reach(Rail rail) {
        return switch (rail) {
            case ERRORS -> 4;
            case P95 -> 1.2;
        };
    }

    static List<RailState> of(CanaryFacts facts) {
        var rails = new ArrayList<RailState>();
        for (var rail : Rail.values()) {
            rails.add(of(facts, rail));
        }
        return rails;
    }

    private static RailState of(CanaryFacts facts, Rail rail) {
        double limit = facts.rails().limit(rail);
        var limitText =
                limit == Math.rint(limit)
                        ? Long.toString(Math.round(limit))
                        : Double.toString(limit);
        String worst = "";
        double measured = -1;
        for (var subset : facts.watched()) {
            var figure = newest(facts, subset, rail);
            if (figure.isPresent() && figure.getAsDouble() > measured) {
                worst = subset;
                measured = figure.getAsDouble();
            }
        }
        var title =
                switch (rail) {
                    case ERRORS -> "Errors";
                    case P95 -> "p95";
                };
        if (measured < 0) {
            return new RailState(
                    rail,
                    Tone.IDLE,
                    title
                            + " of "
                            + String.join(
                                    ", ", facts.watched().stream().map(Words::subset).toList()),
                    "–",
                    unknown(facts),
                    0,
                    1 / reach(rail),
                    limitText);
        }
        double most = Math.max(Math.max(limit * reach(rail), measured * 1.1), 1e-9);
        return new RailState(
                rail,
                measured > limit ? Tone.FAILING : Tone.HEALTHY,
                title + " of " + Words.subset(worst),
                Words.figure(rail, measured),
                "Of at least %d requests in the last minute"
                        .formatted(facts.rails().minimumRequests()),
                measured / most,
                limit / most,
                limitText);
    }

    private static OptionalDouble newest(CanaryFacts facts, String subset, Rail rail) {
        if (facts.samples().isEmpty()) {
            return OptionalDouble.empty();
        }
        HealthSample.Version version = facts.samples().getLast().bySubset().get(subset);
        if (version == null || version.requests() < facts.rails().minimumRequests()) {
            return OptionalDouble.empty();
        }
        return switch (rail) {
            case ERRORS -> OptionalDouble.of(version.errorPercent());
            case P95 -> version.p95Millis();
        };
    }

    private static String unknown(CanaryFacts facts) {
        return facts.observation().isKnown()
                ? "Not enough requests in the last minute: at least %d are needed"
                        .formatted(facts.rails().minimumRequests())
                : facts.observation().unknown();
    }
}
