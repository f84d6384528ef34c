package io.windrose.shell.canary;

import io.windrose.kernel.Problem;
import io.windrose.session.rollout.Breach;
import io.windrose.session.rollout.ObservedSplit;
import io.windrose.session.rollout.Rollout;
import io.windrose.session.rollout.Uptake;
import io.windrose.session.rollout.Verdict;
import io.windrose.shell.frame.Freshness;
import io.windrose.shell.theme.Tone;
import io.windrose.topology.display.Figures;
import io.windrose.topology.traffic.Protocol;
import io.windrose.workspace.session.Access;
import java.util.List;
import java.util.Optional;

/// The one thing that a person should know first.
///
/// @param why one sentence or two; empty for none
record Advice(Tone tone, String what, String why) {

    /// Empty when all is as it should be.
    static Optional<Advice> of(CanaryFacts facts) {
        return outcome(facts)
                .or(() -> refusal(facts))
                .or(() -> breach(facts))
                .or(() -> blind(facts))
                .or(() -> contradiction(facts))
                .or(facts::saved)
                .or(() -> limits(facts));
    }

    /// How the last thing that was done ended, where that needs words.
    private static Optional<Advice> outcome(CanaryFacts facts) {
        return switch (facts.rollout()) {
            case Rollout.Refused(_, var problems, _) ->
                    Optional.of(
                            new Advice(
                                    Tone.FAILING,
                                    "Nothing was written",
                                    words(problems)
                                            + " The draft is kept and was checked against the file"
                                            + " as it is now."));
            case Rollout.NotTakenBack(_, var because, var problems) ->
                    Optional.of(
                            new Advice(
                                    Tone.FAILING,
                                    because.map(one ->
                                                    "Not stepped back, though " + Words.breach(one))
                                            .orElse("Not undone"),
                                    words(problems)));
            case Rollout.SteppedBack(_, var breach) ->
                    Optional.of(
                            new Advice(
                                    Tone.DEGRADED,
                                    "Stepped back: " + Words.breach(breach),
                                    "Above its %s since %s. The file is to the byte what it was before the change."
                                            .formatted(Words.limit(breach), since(facts, breach))));
            case Rollout.Overtaken(_, var now) ->
                    Optional.of(
                            new Advice(
                                    Tone.DEGRADED,
                                    "Somebody changed this route: " + Words.split(now),
                                    "The guard rails of your change have ended. Apply the draft"
                                            + " again, or leave it as it is."));
            case Rollout.TimedOut(_, var uptake) ->
                    Optional.of(
                            new Advice(
                                    Tone.DEGRADED,
                                    uptake.map(one ->
                                                    "%d of %d proxies have not acknowledged"
                                                            .formatted(
                                                                    one.of() - one.acknowledged(),
                                                                    one.of()))
                                            .orElse("The mesh does not say what was written"),
                                    facts.uptake().refusals().isEmpty()
                                            ? "For more than 30 s. Undo takes the change back."
                                            : refused(facts.uptake())));
            default -> Optional.empty();
        };
    }

    private static Optional<Advice> refusal(CanaryFacts facts) {
        return facts.uptake().refusals().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Advice(
                                Tone.FAILING,
                                "Refused by "
                                        + facts.uptake().refusals().getFirst().proxy()
                                        + (facts.uptake().refusals().size() > 1
                                                ? " and %d more"
                                                        .formatted(
                                                                facts.uptake().refusals().size()
                                                                        - 1)
                                                : ""),
                                refused(facts.uptake())));
    }

    private static String refused(Uptake uptake) {
        var first = uptake.refusals().getFirst();
        return first.proxy() + " says: " + first.reason();
    }

    private static Optional<Advice> breach(CanaryFacts facts) {
        return switch (facts.verdict()) {
            case Verdict.Breached(var breaches) -> Optional.of(advised(facts, breaches.getFirst()));
            case Verdict.Exceeded(var breaches) ->
                    Optional.of(
                            new Advice(
                                    Tone.DEGRADED,
                                    "Above a guard rail: " + Words.breach(breaches.getFirst()),
                                    "%s; it counts when it has lasted %d s%s."
                                            .formatted(
                                                    sentence(Words.limit(breaches.getFirst())),
                                                    facts.rails().hold().toSeconds(),
                                                    facts.stepBack()
                                                                    && facts.rollout()
                                                                            .standing()
                                                                            .isPresent()
                                                            ? ", and then steps back"
                                                            : "")));
            case Verdict.Holds _, Verdict.Unknown _ -> Optional.empty();
        };
    }

    private static Advice advised(CanaryFacts facts, Breach breach) {
        var subset = breach.subset();
        int now = facts.asked().percent(subset);
        int back = StepState.below(now);
        var rail =
                switch (breach.rail()) {
                    case ERRORS -> "the error guard rail";
                    case P95 -> "the p95 guard rail";
                };
        var broken =
                "%s breaks %s since %s."
                        .formatted(Words.subset(subset), rail, since(facts, breach));
        if (facts.subsets().size() < 2 || now == 0) {
            return new Advice(Tone.DEGRADED, broken, Words.breach(breach) + ".");
        }
        return new Advice(
                Tone.DEGRADED,
                "One step back is advised: %s %d → %d %%"
                        .formatted(Words.subset(subset), now, back),
                broken + (breach.rail() == Breach.Rail.ERRORS ? cost(facts, breach, back) : ""));
    }

    private static String cost(CanaryFacts facts, Breach breach, int back) {
        double all = facts.observation().ratePerSecond();
        double then = all * back / 100 * breach.measured() / 100;
        double now = facts.observation().now(breach.subset()).errorRate();
        return " At %d %% about %s of %s would fail, now %s."
                .formatted(
                        back,
                        Words.number(then),
                        Figures.rate(all, Protocol.HTTP),
                        Words.number(now));
    }

    /// Nobody can see how the versions do.
    private static Optional<Advice> blind(CanaryFacts facts) {
        var freshness = facts.freshness();
        return switch (freshness.state()) {
            case STALE ->
                    Optional.of(
                            new Advice(
                                    Tone.DEGRADED,
                                    "Figures are old: " + freshness.words(),
                                    (freshness.cause().isEmpty() ? "" : freshness.cause() + " ")
                                            + "The guard rails see nothing meanwhile."));
            case PAUSED ->
                    facts.rollout().standing().isPresent()
                            ? Optional.of(
                                    new Advice(
                                            Tone.DEGRADED,
                                            "Paused: the guard rails see nothing",
                                            "Resume with Space to watch the change."))
                            : Optional.empty();
            case LIVE, PARTIAL, READING ->
                    facts.rollout().standing().isPresent() && !facts.observation().isKnown()
                            ? Optional.of(
                                    new Advice(
                                            Tone.DEGRADED,
                                            "The guard rails see nothing",
                                            facts.observation().unknown()))
                            : Optional.empty();
            case FILES -> Optional.empty();
        };
    }

    private static Optional<Advice> contradiction(CanaryFacts facts) {
        if (facts.observed().with(facts.asked()) != ObservedSplit.Agreement.DIFFERS) {
            return Optional.empty();
        }
        return Optional.of(
                new Advice(
                        Tone.DEGRADED,
                        "Observed differs from asked",
                        facts.route().only() && !facts.route().matched()
                                ? "More than chance explains, of %s requests since all proxies acknowledged."
                                        .formatted(Words.count(facts.observed().total()))
                                : "Other routes lead to %s too; requests cannot be told apart by route."
                                        .formatted(facts.route().service().name())));
    }

    /// What cannot be done here.
    private static Optional<Advice> limits(CanaryFacts facts) {
        if (facts.access() instanceof Access.MayRead(var missing)) {
            return Optional.of(
                    new Advice(
                            Tone.INFO,
                            "May read: " + missing,
                            "The draft is checked all the same and can be saved as YAML."));
        }
        return facts.freshness().state() == Freshness.State.FILES
                ? Optional.of(
                        new Advice(
                                Tone.INFO,
                                "Files alone: nothing is measured here",
                                "The draft is checked and can be applied to the file; proxies and"
                                        + " their traffic are not known."))
                : Optional.empty();
    }

    private static String since(CanaryFacts facts, Breach breach) {
        return Words.time(breach.since(), facts.now(), facts.zone());
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String words(List<Problem> problems) {
        return problems.getFirst().message();
    }
}
