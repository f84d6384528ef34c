package io.windrose.shell.canary;

import io.windrose.session.rollout.GuardRails;
import io.windrose.session.rollout.ObservedSplit;
import io.windrose.session.rollout.ObservedSplit.Share;
import io.windrose.session.rollout.Rollout;
import io.windrose.topology.Traffic;
import io.windrose.topology.display.Figures;
import io.windrose.topology.traffic.Protocol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One version: what is drafted, asked, acknowledged and observed, which are four things.
///
/// @param colour 1 to 4
/// @param canary whether the steps are for it
record VersionRow(
        String subset,
        int colour,
        boolean canary,
        Cell draft,
        Cell asked,
        Cell acknowledged,
        Cell observed,
        Cell success,
        Cell p95,
        Cell requests) {
    private static final String UNKNOWN = "–";

    static List<VersionRow> of(CanaryFacts facts) {
        var rows = new ArrayList<VersionRow>();
        for (var subset : facts.subsets()) {
            var traffic = facts.observation().now(subset);
            rows.add(
                    new VersionRow(
                            subset,
                            facts.colours().of(subset),
                            subset.equals(facts.canary()),
                            draft(facts, subset),
                            Cell.plain(Words.percent(facts.asked().percent(subset))),
                            acknowledged(facts, subset),
                            observed(facts, subset),
                            success(facts, traffic),
                            p95(facts, traffic),
                            requests(facts, traffic)));
        }
        return rows;
    }

    private static Cell draft(CanaryFacts facts, String subset) {
        int draft = facts.draft().percent(subset);
        boolean changed = draft != facts.asked().percent(subset);
        return new Cell(Words.percent(draft), changed ? Cell.Look.DRAFT : Cell.Look.STRONG, "");
    }

    private static Cell acknowledged(CanaryFacts facts, String subset) {
        var uptake = facts.uptake();
        if (!uptake.known()) {
            return Cell.quiet(UNKNOWN, "No proxies are known: these are files alone.");
        }
        var share = Words.percent(uptake.asked().percent(subset));
        if (uptake.of() == 0) {
            return Cell.quiet(UNKNOWN, "No proxy is connected.");
        }
        boolean all = uptake.acknowledged() == uptake.of();
        return new Cell(
                "%s, %d of %d".formatted(share, uptake.acknowledged(), uptake.of()),
                all ? Cell.Look.PLAIN : Cell.Look.DEGRADED,
                "%d of %d proxies have accepted %s"
                        .formatted(uptake.acknowledged(), uptake.of(), share));
    }

    private static Cell observed(CanaryFacts facts, String subset) {
        if (!facts.observation().isKnown()) {
            return Cell.quiet(UNKNOWN, facts.observation().unknown());
        }
        if (isWaiting(facts)) {
            return Cell.quiet(
                    "waiting",
                    "Requests count from the moment when all proxies have acknowledged.");
        }
        return switch (facts.observed().share(subset)) {
            case Share.TooFew(var requests, var needed) ->
                    Cell.quiet(
                            "too few, " + requests,
                            "Not enough requests yet: %d of %d, %s"
                                    .formatted(requests, needed, since(facts)));
            case Share.Measured(var percent, var low, var high, var of) ->
                    new Cell(
                            "%s of %s".formatted(Figures.percent(percent), Words.count(of)),
                            isContradicted(facts, subset, low, high)
                                    ? Cell.Look.DEGRADED
                                    : Cell.Look.PLAIN,
                            "%s of %s requests, between %s and %s in 19 of 20 cases, %s"
                                    .formatted(
                                            Figures.percent(percent),
                                            Words.count(of),
                                            Figures.percent(low),
                                            Figures.percent(high),
                                            since(facts)));
        };
    }

    private static boolean isWaiting(CanaryFacts facts) {
        return (facts.uptake().known() && facts.uptake().since().isEmpty())
                || facts.rollout() instanceof Rollout.Asked;
    }

    private static boolean isContradicted(
            CanaryFacts facts, String subset, double low, double high) {
        int asked = facts.asked().percent(subset);
        return facts.observed().with(facts.asked()) == ObservedSplit.Agreement.DIFFERS
                && (asked < low || asked > high);
    }

    private static String since(CanaryFacts facts) {
        return facts.uptake()
                .since()
                .filter(at -> at.isAfter(Instant.EPOCH))
                .map(at -> "since " + Words.time(at, facts.now(), facts.zone()))
                .orElse("in all that was looked at");
    }

    private static Cell success(CanaryFacts facts, Traffic traffic) {
        if (traffic.isIdle()) {
            return unmeasured(facts);
        }
        double errors = traffic.errorPercent();
        return new Cell(
                Figures.percent(100 - errors),
                errors > facts.rails().maxErrorPercent() ? Cell.Look.FAILING : Cell.Look.HEALTHY,
                "%s of its requests fail".formatted(Figures.percent(errors)));
    }

    private static Cell p95(CanaryFacts facts, Traffic traffic) {
        var millis = traffic.durationMillis(GuardRails.QUANTILE);
        if (traffic.isIdle() || millis.isEmpty()) {
            return unmeasured(facts);
        }
        return new Cell(
                Figures.millis(millis.getAsDouble()),
                millis.getAsDouble() > facts.rails().maxP95Millis()
                        ? Cell.Look.FAILING
                        : Cell.Look.PLAIN,
                "");
    }

    private static Cell requests(CanaryFacts facts, Traffic traffic) {
        return facts.observation().isKnown()
                ? Cell.plain(Figures.rate(traffic.ratePerSecond(), Protocol.HTTP))
                : Cell.quiet(UNKNOWN, facts.observation().unknown());
    }

    private static Cell unmeasured(CanaryFacts facts) {
        return Cell.quiet(
                UNKNOWN,
                facts.observation().isKnown()
                        ? "No requests in the time that the graph covers."
                        : facts.observation().unknown());
    }
}
