package io.windrose.workspace.story;

import io.windrose.topology.Health;
import io.windrose.topology.Traffic;
import io.windrose.topology.display.Figures;
import io.windrose.workspace.session.Picture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The golden signals of a subject as they are, and how they changed over the history.
final class Tiles {
    /// The first and the last of so many equal parts of the history are compared.
    private static final int PARTS = 5;

    /// Below this a change of a percentage is noise.
    private static final double NOTEWORTHY_PERCENT = 0.05;

    /// By which share latency must grow to be worth a colour.
    private static final double NOTEWORTHY_GROWTH = 0.1;

    private Tiles() {}

    private record Change(Traffic before, Traffic now, Duration span) {
        static Optional<Change> of(List<Picture.Moment> history, Flow flow) {
            if (history.size() < PARTS) {
                return Optional.empty();
            }
            int part = history.size() / PARTS;
            var span =
                    Duration.between(history.getFirst().at(), history.getLast().at())
                            .plus(history.getFirst().interval());
            return Optional.of(
                    new Change(
                            average(history.subList(0, part), flow),
                            average(history.subList(history.size() - part, history.size()), flow),
                            span));
        }

        private static Traffic average(List<Picture.Moment> moments, Flow flow) {
            return moments.stream()
                    .map(moment -> flow.in(moment.graph()))
                    .reduce(Traffic.IDLE, Traffic::plus);
        }

        String words(double change) {
            return Words.signed(change) + " in " + TimeSpan.words(span);
        }
    }

    static List<Tile> of(Scene scene, Flow flow) {
        if (!scene.isMeasured()) {
            return List.of();
        }
        var now = flow.in(scene.graph());
        var history = scene.picture().history();
        var change = Change.of(history, flow);
        var rate = rate(flow, now, change, Math.max(1, history.size() / PARTS));
        return flow.isTcp() ? List.of(rate) : List.of(rate, errors(now, change), p95(now, change));
    }

    private static Tile rate(Flow flow, Traffic now, Optional<Change> change, int moments) {
        var figure = Figures.rate(now.ratePerSecond(), flow.protocol());
        double perUnit = perUnit(figure, now.ratePerSecond());
        return new Tile(
                flow.isTcp() ? "Bytes" : flow.inbound() ? "Requests" : "Requests out",
                Words.value(figure),
                Words.unit(figure),
                change.map(each ->
                                each.words(
                                        (each.now().ratePerSecond() - each.before().ratePerSecond())
                                                / moments
                                                * perUnit))
                        .orElse(""),
                Health.Status.NONE);
    }

    /// Bytes are shown in kB and so on; a change is shown in the same unit.
    private static double perUnit(String figure, double perSecond) {
        return switch (Words.unit(figure)) {
            case "kB/s" -> 1e-3;
            case "MB/s" -> 1e-6;
            case "GB/s" -> 1e-9;
            default -> perSecond < 0 ? 0 : 1;
        };
    }

    private static Tile errors(Traffic now, Optional<Change> change) {
        double by =
                change.map(each -> each.now().errorPercent() - each.before().errorPercent())
                        .orElse(0.0);
        var tone =
                Math.abs(by) < NOTEWORTHY_PERCENT
                        ? Health.Status.NONE
                        : by > 0 ? Health.Status.FAILING : Health.Status.HEALTHY;
        return new Tile(
                "Errors",
                now.isIdle() ? Words.DASH : Words.value(Figures.percent(now.errorPercent())),
                now.isIdle() ? "" : "%",
                change.map(each -> each.words(by)).orElse(""),
                tone);
    }

    private static Tile p95(Traffic now, Optional<Change> change) {
        var figure = millis(now.durationMillis(0.95));
        var before = change.map(each -> each.before().durationMillis(0.95));
        var after = change.map(each -> each.now().durationMillis(0.95));
        boolean known =
                before.isPresent()
                        && after.isPresent()
                        && before.get().isPresent()
                        && after.get().isPresent();
        if (!known) {
            return new Tile("p95", Words.value(figure), unit(figure), "", Health.Status.NONE);
        }
        double then = before.get().getAsDouble();
        double by = after.get().getAsDouble() - then;
        var tone = by > NOTEWORTHY_GROWTH * then ? Health.Status.DEGRADED : Health.Status.NONE;
        double scale = unit(figure).equals("s") ? 1e-3 : 1;
        return new Tile(
                "p95",
                Words.value(figure),
                unit(figure),
                change.map(each -> each.words(by * scale)).orElse(""),
                tone);
    }

    private static String millis(OptionalDouble millis) {
        return millis.isPresent() ? Figures.millis(millis.getAsDouble()) : Words.DASH;
    }

    private static String unit(String figure) {
        return figure.equals(Words.DASH) ? "" : Words.unit(figure);
    }
}
