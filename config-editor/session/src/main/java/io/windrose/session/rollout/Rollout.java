package io.windrose.session.rollout;

import io.windrose.kernel.Problem;
import io.windrose.kernel.TrafficSplit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One shift of one route, from the draft to what became of it.
///
/// ```
/// Editing -> Writing -> Refused
///            Writing -> Asked -> Acknowledging -> Observing <-> Settled
///                       Asked -> Unwatched        (files alone: no proxies are known)
///                       Asked, Acknowledging -> TimedOut -> Observing
/// Observing, Settled -> Acknowledging  (changed by somebody and changed back, unseen)
/// Acknowledging, Observing, Settled, TimedOut, Unwatched -> Overtaken  (somebody else's split)
/// any but Writing and TakingBack -> TakingBack -> SteppedBack | Undone | NotTakenBack
/// any but Writing and TakingBack -> Writing       (the next shift)
/// ```
///
/// A guard steps back only from a change that stands: the states from Acknowledging to TimedOut.
/// Where a change ended, in SteppedBack, Undone, NotTakenBack or Overtaken, no guard acts any more,
/// so a step back happens once at most. Refused keeps the change before it, and its guard, going.
public sealed interface Rollout {

    /// Proxies take a change over within seconds; after this much it is worth a look.
    Duration PATIENCE = Duration.ofSeconds(30);

    /// Nothing was asked from here yet.
    record Editing() implements Rollout {}

    /// @param before what goes on when this is refused
    record Writing(TrafficSplit asked, Rollout before) implements Rollout {}

    /// Nothing was written.
    ///
    /// @param before what goes on all the same
    record Refused(TrafficSplit asked, List<Problem> problems, Rollout before) implements Rollout {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /// Written; the mesh does not say it yet.
    record Asked(Change change) implements Rollout {}

    record Acknowledging(Change change, Uptake uptake) implements Rollout {}

    /// @param uptake empty when not even the mesh's configuration says what was written
    record TimedOut(Change change, Optional<Uptake> uptake) implements Rollout {}

    /// All proxies took it over; requests since then are counted.
    record Observing(Change change, Uptake uptake, ObservedSplit observed) implements Rollout {}

    /// Enough requests were counted, and they agree with what was asked.
    record Settled(Change change, Uptake uptake, ObservedSplit observed) implements Rollout {}

    /// The configuration says it, and nobody knows of proxies.
    record Unwatched(Change change, Uptake uptake) implements Rollout {}

    /// The route asks for something else than what was written from here.
    record Overtaken(Change change, TrafficSplit now) implements Rollout {}

    /// @param because empty when a person asked for it
    record TakingBack(int id, Optional<Breach> because) implements Rollout {}

    record SteppedBack(int id, Breach because) implements Rollout {}

    record Undone(int id) implements Rollout {}

    /// The file stayed as it was, which now is somebody's to mend.
    record NotTakenBack(int id, Optional<Breach> because, List<Problem> problems)
            implements Rollout {
        public NotTakenBack {
            problems = List.copyOf(problems);
        }
    }

    /// What was written.
    ///
    /// @param id in the journal, which takes back exactly this
    record Change(int id, TrafficSplit before, TrafficSplit asked, Instant at) {}

    /// What happens to a rollout.
    sealed interface Event {
        record Ask(TrafficSplit split) implements Event {}

        record Wrote(Change change) implements Event {}

        record NotWritten(List<Problem> problems) implements Event {}

        record Saw(Uptake uptake) implements Event {}

        record Counted(ObservedSplit observed) implements Event {}

        record Broke(Breach breach) implements Event {}

        record Passed(Instant now) implements Event {}

        record TakeBack(int id) implements Event {}

        record TookBack() implements Event {}

        record Kept(List<Problem> problems) implements Event {}
    }

    /// The state after an event; the same state when the event means nothing in it.
    default Rollout next(Event event) {
        return RolloutGraph.next(this, event);
    }

    /// The change that stands, to be guarded and to be taken back; empty before one and after.
    default Optional<Change> standing() {
        return switch (this) {
            case Asked(var change) -> Optional.of(change);
            case Acknowledging(var change, _) -> Optional.of(change);
            case TimedOut(var change, _) -> Optional.of(change);
            case Observing(var change, _, _) -> Optional.of(change);
            case Settled(var change, _, _) -> Optional.of(change);
            case Unwatched(var change, _) -> Optional.of(change);
            case Refused(_, _, var before) -> before.standing();
            case Writing(_, var before) -> before.standing();
            case Editing _, Overtaken _, TakingBack _ -> Optional.empty();
            case SteppedBack _, Undone _, NotTakenBack _ -> Optional.empty();
        };
    }
}
