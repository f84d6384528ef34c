package io.windrose.shell.canary;

import io.windrose.kernel.TrafficSplit;
import io.windrose.session.ShiftableRoute;
import io.windrose.session.rollout.GuardRails;
import io.windrose.session.rollout.HealthSample;
import io.windrose.session.rollout.ObservedSplit;
import io.windrose.session.rollout.Rollout;
import io.windrose.session.rollout.Uptake;
import io.windrose.session.rollout.Verdict;
import io.windrose.shell.frame.Freshness;
import io.windrose.workspace.session.Access;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// Everything that is known of a shift at one moment; what the drawer says is made of this alone.
///
/// @param asked what was written last, also while the mesh has not read it yet
/// @param canary the subset that the steps are for
/// @param observed since all proxies acknowledged; [ObservedSplit#NONE] while they have not
/// @param samples of the same time, oldest first
/// @param watched the subsets that the guard rails judge
/// @param undoable the journal's number of the newest change to this object that stands
/// @param saved how saving the draft elsewhere ended, until the draft changes
record CanaryFacts(
        ShiftableRoute route,
        Colours colours,
        TrafficSplit asked,
        TrafficSplit draft,
        String canary,
        Rollout rollout,
        Uptake uptake,
        Observation observation,
        ObservedSplit observed,
        List<HealthSample> samples,
        GuardRails rails,
        boolean stepBack,
        SortedSet<String> watched,
        Verdict verdict,
        Planned planned,
        Optional<Integer> undoable,
        Optional<Advice> saved,
        Access access,
        Freshness freshness,
        Instant now,
        ZoneId zone) {

    boolean isDraft() {
        return !draft.equals(asked);
    }

    List<String> subsets() {
        return List.copyOf(draft.percentBySubset().keySet());
    }
}
