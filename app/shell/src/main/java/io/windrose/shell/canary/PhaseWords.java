package io.windrose.shell.canary;

import io.windrose.session.rollout.Rollout;
import io.windrose.session.rollout.Uptake;
import io.windrose.shell.theme.Tone;

/// Where a shift stands, as the chip says it.
public record PhaseWords(Tone tone, String text) {

    static final PhaseWords NOTHING = new PhaseWords(Tone.IDLE, "Nothing asked from here yet");

    static PhaseWords of(Rollout rollout) {
        return switch (rollout) {
            case Rollout.Editing _ -> NOTHING;
            case Rollout.Writing _ -> new PhaseWords(Tone.INFO, "Writing");
            case Rollout.Refused _ -> new PhaseWords(Tone.FAILING, "Refused, nothing written");
            case Rollout.Asked _ -> new PhaseWords(Tone.INFO, "Asked, the mesh reads it");
            case Rollout.Acknowledging(_, var uptake) ->
                    new PhaseWords(
                            uptake.refusals().isEmpty() ? Tone.INFO : Tone.FAILING,
                            acknowledged(uptake));
            case Rollout.TimedOut(_, var uptake) ->
                    new PhaseWords(
                            Tone.DEGRADED,
                            uptake.map(PhaseWords::acknowledged)
                                    .orElse("Asked, the mesh does not say so"));
            case Rollout.Observing(_, _, var observed) ->
                    new PhaseWords(
                            Tone.INFO, "Observing, " + Words.count(observed.total()) + " requests");
            case Rollout.Settled(_, _, var observed) ->
                    new PhaseWords(
                            Tone.HEALTHY,
                            "Settled, " + Words.count(observed.total()) + " requests as asked");
            case Rollout.Unwatched _ -> new PhaseWords(Tone.IDLE, "Written, no proxies known");
            case Rollout.Overtaken _ -> new PhaseWords(Tone.DEGRADED, "Changed by somebody else");
            case Rollout.TakingBack(_, var because) ->
                    new PhaseWords(Tone.INFO, because.isPresent() ? "Stepping back" : "Undoing");
            case Rollout.SteppedBack _ -> new PhaseWords(Tone.DEGRADED, "Stepped back");
            case Rollout.Undone _ -> new PhaseWords(Tone.IDLE, "Undone");
            case Rollout.NotTakenBack(_, var because, _) ->
                    new PhaseWords(
                            Tone.FAILING, because.isPresent() ? "Not stepped back" : "Not undone");
        };
    }

    private static String acknowledged(Uptake uptake) {
        return "Acknowledged %d of %d".formatted(uptake.acknowledged(), uptake.of());
    }
}
