package io.windrose.topology.build;

import io.windrose.topology.MeshFacts;
import io.windrose.topology.traffic.Measure;
import io.windrose.topology.traffic.Party;
import io.windrose.topology.traffic.Protocol;
import io.windrose.topology.traffic.Reporter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Counts once what both ends reported: where the destination's proxy tells of a request, the
/// source's report of the same request is dropped.
///
/// Two reports are of the same request when workloads, host, code and flags agree. So a request
/// that the ends saw differently stands in the graph twice, as in Kiali.
final class MergeReporters implements Stage {

    /// @param source its workload, or where there is none everything that is known of it
    private record Same(
            Measure measure,
            Protocol protocol,
            Party source,
            Party destination,
            String host,
            String code,
            String flags) {}

    @Override
    public Draft apply(Draft draft, TopologyOptions options, MeshFacts facts) {
        return draft.withFlows(
                firstOf(draft.flows(), Flow::reporter, MergeReporters::same),
                firstOf(draft.pairs(), TimedPair::reporter, MergeReporters::same));
    }

    private static <T> List<T> firstOf(
            List<T> reports, Function<T, Reporter> reporter, Function<T, Same> same) {
        Predicate<T> byDestination = report -> reporter.apply(report) == Reporter.DESTINATION;
        Set<Same> told = new HashSet<>();
        var kept = new ArrayList<T>();
        for (T report : reports) {
            if (byDestination.test(report)) {
                told.add(same.apply(report));
                kept.add(report);
            }
        }
        for (T report : reports) {
            if (!byDestination.test(report) && !told.contains(same.apply(report))) {
                kept.add(report);
            }
        }
        return kept;
    }

    private static Same same(Flow flow) {
        return new Same(
                flow.measure(),
                flow.protocol(),
                identity(flow.pair().source()),
                identity(flow.pair().destination()),
                flow.pair().service().host(),
                flow.code(),
                flow.flags());
    }

    private static Same same(TimedPair timed) {
        return new Same(
                Measure.REQUESTS,
                timed.protocol(),
                identity(timed.pair().source()),
                identity(timed.pair().destination()),
                timed.pair().service().host(),
                "",
                "");
    }

    private static Party identity(Party party) {
        return party.hasWorkload()
                ? new Party(party.cluster(), party.namespace(), party.workload(), "", "")
                : party;
    }
}
