package io.windrose.shell.canary;

import io.windrose.config.patch.ConfigPatch;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import io.windrose.topology.display.Figures;
import io.windrose.topology.traffic.Protocol;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the drawer shows of one route.
///
/// @param title `Shift traffic of reviews`
/// @param place `VirtualService reviews in bookinfo, route http[0]`
/// @param held a guard rail is broken, so that no step forward is advised
/// @param diff empty without a draft
/// @param fileName of the file that is edited, without its folder
/// @param written the whole file with the draft in it; empty without a draft
/// @param edgeLabels what the draft would send, for the edges whose rate it changes
/// @param focus the nodes that this is about
/// @param graphNote what the draft leaves as it is, `24.6 rps in, unchanged`; empty where unknown
record CanaryState(
        String title,
        String place,
        boolean isDraft,
        PhaseWords phase,
        Optional<Advice> advice,
        List<VersionRow> rows,
        Charts charts,
        List<RailState> rails,
        boolean stepBack,
        String canary,
        List<StepState> steps,
        boolean held,
        List<DiffLine> diff,
        String fileName,
        String written,
        Footer footer,
        SortedMap<EdgeKey, String> edgeLabels,
        List<Node> focus,
        String graphNote) {

    static CanaryState of(CanaryFacts facts) {
        var route = facts.route();
        var patch =
                facts.planned() instanceof Planned.Ready(_, var plan, _)
                        ? Optional.of(plan.patch())
                        : Optional.<ConfigPatch>empty();
        return new CanaryState(
                "Shift traffic of " + route.service().name(),
                "VirtualService %s in %s, route %s"
                        .formatted(
                                route.ref().routes().name().name(),
                                route.ref().routes().name().namespace(),
                                route.ref().label()),
                facts.isDraft(),
                PhaseWords.of(facts.rollout()),
                Advice.of(facts),
                VersionRow.of(facts),
                Charts.of(facts),
                RailState.of(facts),
                facts.stepBack(),
                facts.canary(),
                StepState.of(facts),
                StepState.isHeld(facts),
                patch.map(one -> DiffLine.of(one.diff())).orElse(List.of()),
                Footer.file(facts),
                patch.map(ConfigPatch::after).orElse(""),
                Footer.of(facts),
                edgeLabels(facts),
                facts.observation().nodes(),
                graphNote(facts));
    }

    private static SortedMap<EdgeKey, String> edgeLabels(CanaryFacts facts) {
        var labels = new TreeMap<EdgeKey, String>();
        var draft = facts.draft().percentBySubset();
        facts.observation()
                .wouldCarry(draft)
                .forEach((key, change) -> {
                    if (facts.draft().percent(change.subset())
                            != facts.asked().percent(change.subset())) {
                        var then = Figures.rate(change.then(), key.protocol());
                        labels.put(key, Words.number(change.now()) + " → " + then);
                    }
                });
        return Collections.unmodifiableSortedMap(labels);
    }

    /// `24.6 rps in, unchanged`; empty while nothing is measured.
    private static String graphNote(CanaryFacts facts) {
        double rate = facts.observation().ratePerSecond();
        return rate > 0 ? Figures.rate(rate, Protocol.HTTP) + " in, unchanged" : "";
    }

    /// How many lines come and go.
    int added() {
        return count(DiffLine.Sign.ADDED);
    }

    int removed() {
        return count(DiffLine.Sign.REMOVED);
    }

    private int count(DiffLine.Sign sign) {
        return (int) diff.stream().filter(line -> line.sign() == sign).count();
    }
}
