package io.windrose.session.rollout;

import io.windrose.session.rollout.Rollout.Acknowledging;
import io.windrose.session.rollout.Rollout.Asked;
import io.windrose.session.rollout.Rollout.Change;
import io.windrose.session.rollout.Rollout.Event;
import io.windrose.session.rollout.Rollout.NotTakenBack;
import io.windrose.session.rollout.Rollout.Observing;
import io.windrose.session.rollout.Rollout.Overtaken;
import io.windrose.session.rollout.Rollout.Refused;
import io.windrose.session.rollout.Rollout.Settled;
import io.windrose.session.rollout.Rollout.SteppedBack;
import io.windrose.session.rollout.Rollout.TakingBack;
import io.windrose.session.rollout.Rollout.TimedOut;
import io.windrose.session.rollout.Rollout.Undone;
import io.windrose.session.rollout.Rollout.Unwatched;
import io.windrose.session.rollout.Rollout.Writing;
import java.time.Instant;
import java.util.Optional;

/// Which state follows which; drawn in [Rollout].
final class RolloutGraph {
    private RolloutGraph() {}

    static Rollout next(Rollout now, Event event) {
        return switch (now) {
            case Writing writing -> answered(writing, event);
            case TakingBack taking -> answered(taking, event);
            case Refused refused -> behind(refused, event);
            default -> open(now, event);
        };
    }

    private static Rollout answered(Writing now, Event event) {
        return switch (event) {
            case Event.Wrote(var change) -> new Asked(change);
            case Event.NotWritten(var problems) -> new Refused(now.asked(), problems, now.before());
            default -> now;
        };
    }

    private static Rollout answered(TakingBack now, Event event) {
        return switch (event) {
            case Event.TookBack() ->
                    now.because()
                            .<Rollout>map(breach -> new SteppedBack(now.id(), breach))
                            .orElseGet(() -> new Undone(now.id()));
            case Event.Kept(var problems) -> new NotTakenBack(now.id(), now.because(), problems);
            default -> now;
        };
    }

    /// What was refused stays on the screen while the change before it goes on.
    private static Rollout behind(Refused now, Event event) {
        if (event instanceof Event.Ask(var split)) {
            return new Writing(split, now.before());
        }
        var next = now.before().next(event);
        return next instanceof TakingBack ? next : new Refused(now.asked(), now.problems(), next);
    }

    private static Rollout open(Rollout now, Event event) {
        return switch (event) {
            case Event.Ask(var split) -> new Writing(split, now);
            case Event.TakeBack(var id) -> new TakingBack(id, Optional.empty());
            case Event.Broke(var breach) -> broke(now, breach);
            case Event.Saw(var uptake) -> saw(now, uptake);
            case Event.Counted(var observed) -> counted(now, observed);
            case Event.Passed(var at) -> passed(now, at);
            case Event.Wrote _, Event.NotWritten _, Event.TookBack _, Event.Kept _ -> now;
        };
    }

    private static Rollout broke(Rollout now, Breach breach) {
        return switch (now) {
            case Acknowledging _, Observing _, Settled _, TimedOut _ ->
                    now.standing()
                            .<Rollout>map(one -> new TakingBack(one.id(), Optional.of(breach)))
                            .orElse(now);
            default -> now;
        };
    }

    private static Rollout saw(Rollout now, Uptake uptake) {
        return switch (now) {
            case Asked(var change) ->
                    Uptake.isSame(change.asked(), uptake.asked())
                            ? follow(now, change, uptake)
                            : now;
            case TimedOut(var change, var before)
                    when before.isEmpty() && !Uptake.isSame(change.asked(), uptake.asked()) ->
                    now;
            case Acknowledging(var change, _) -> follow(now, change, uptake);
            case TimedOut(var change, _) -> follow(now, change, uptake);
            case Observing(var change, _, _) -> follow(now, change, uptake);
            case Settled(var change, _, _) -> follow(now, change, uptake);
            case Unwatched(var change, _) -> follow(now, change, uptake);
            default -> now;
        };
    }

    private static Rollout follow(Rollout now, Change change, Uptake uptake) {
        if (!Uptake.isSame(change.asked(), uptake.asked())) {
            return new Overtaken(change, uptake.asked());
        }
        if (!uptake.known()) {
            return new Unwatched(change, uptake);
        }
        if (uptake.since().isEmpty()) {
            return now instanceof TimedOut
                    ? new TimedOut(change, Optional.of(uptake))
                    : new Acknowledging(change, uptake);
        }
        return switch (now) {
            case Observing(_, _, var observed) -> new Observing(change, uptake, observed);
            case Settled(_, _, var observed) -> new Settled(change, uptake, observed);
            default -> new Observing(change, uptake, ObservedSplit.NONE);
        };
    }

    private static Rollout counted(Rollout now, ObservedSplit observed) {
        return switch (now) {
            case Observing(var change, var uptake, _) -> judged(change, uptake, observed);
            case Settled(var change, var uptake, _) -> judged(change, uptake, observed);
            default -> now;
        };
    }

    private static Rollout judged(Change change, Uptake uptake, ObservedSplit observed) {
        return observed.with(change.asked()) == ObservedSplit.Agreement.AGREES
                ? new Settled(change, uptake, observed)
                : new Observing(change, uptake, observed);
    }

    private static Rollout passed(Rollout now, Instant at) {
        return switch (now) {
            case Asked(var change) when isLate(change, at) ->
                    new TimedOut(change, Optional.empty());
            case Acknowledging(var change, var uptake) when isLate(change, at) ->
                    new TimedOut(change, Optional.of(uptake));
            default -> now;
        };
    }

    private static boolean isLate(Change change, Instant at) {
        return !at.isBefore(change.at().plus(Rollout.PATIENCE));
    }
}
