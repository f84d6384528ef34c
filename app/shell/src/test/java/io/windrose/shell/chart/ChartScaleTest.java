package io.windrose.shell.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ChartScaleTest {
    private static final Instant START = Instant.parse("2026-11-21T14:00:00Z");

    @ParameterizedTest
    @CsvSource({"0,1", "0.3,0.4", "24.6,40", "17.6,20", "99,100", "101,200", "5100,6000"})
    void axesEndAtRoundNumbers(double highest, double top) {
        assertThat(ChartScale.round(highest)).isCloseTo(top, within(1e-9));
    }

    @Test
    void aChartOfSharesKeepsItsTopAndMakesRoomForTheLimit() {
        var data =
                new ChartData(
                        List.of(series(99.5, 82.4, 100)),
                        new ChartRange.UpTo(100),
                        OptionalDouble.of(95),
                        "%");

        assertThat(ChartScale.of(data))
                .isEqualTo(new ChartScale(80, 100, START, START.plusSeconds(120)));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /// Every value lies inside, time runs from left to right, and places lead back to moments.
    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsMeasuredIsInsideThePlot(long seed) {
        var random = new SplittableRandom(seed);
        var values = random.doubles(2 + random.nextInt(40)).map(value -> value * 1e4).toArray();
        var series = series(values);

        var scale = ChartScale.of(ChartData.of("rps", series));

        assertThat(series.points())
                .allSatisfy(point -> {
                    double value = point.value().orElseThrow();
                    assertThat(value).isBetween(scale.bottom(), scale.top());
                    assertThat(scale.y(value)).isCloseTo(1 - value / scale.top(), within(1e-9));
                    assertThat(scale.at(scale.x(point.at()))).isEqualTo(point.at());
                });
        assertThat(scale.x(series.points().getFirst().at())).isZero();
        assertThat(scale.x(series.points().getLast().at())).isOne();
    }

    @Test
    void aLineHasAGapWhereNothingIsKnown() {
        var series =
                new ChartSeries(
                        "v3",
                        SeriesColour.V3,
                        true,
                        List.of(
                                ChartPoint.of(START, 0),
                                ChartPoint.of(START.plusSeconds(10), 5),
                                new ChartPoint(START.plusSeconds(20), OptionalDouble.empty()),
                                ChartPoint.of(START.plusSeconds(40), 10)));
        var scale = new ChartScale(0, 10, START, START.plusSeconds(40));

        assertThat(Knot.runs(series, scale, 200, 100))
                .isEqualTo(
                        List.of(
                                List.of(new Knot(0, 100), new Knot(50, 50)),
                                List.of(new Knot(200, 0))));
    }

    /// A curve that swung over its knots would show rates that nobody measured.
    @ParameterizedTest
    @MethodSource("seeds")
    void theCurveStaysBetweenItsKnots(long seed) {
        var random = new SplittableRandom(seed);
        var knots =
                LongStream.range(0, 12).mapToObj(x -> new Knot(x * 7, random.nextInt(80))).toList();

        var line = new SmoothLine(knots);

        for (int i = 0; i < knots.size() - 1; i++) {
            double low = Math.min(knots.get(i).y(), knots.get(i + 1).y());
            double high = Math.max(knots.get(i).y(), knots.get(i + 1).y());
            assertThat(line.leaving(i).y()).isBetween(low - 1e-9, high + 1e-9);
            assertThat(line.arriving(i).y()).isBetween(low - 1e-9, high + 1e-9);
        }
    }

    @Test
    void thePointerReadsAllSeriesAtTheNearestMoment() {
        var known = series(1, 2, 3);
        var gap =
                new ChartSeries(
                        "v2",
                        SeriesColour.V2,
                        false,
                        List.of(new ChartPoint(START.plusSeconds(60), OptionalDouble.empty())));

        var moment = ChartMoment.nearest(ChartData.of("rps", known, gap), START.plusSeconds(70));

        assertThat(moment)
                .contains(
                        new ChartMoment(
                                START.plusSeconds(60),
                                List.of(
                                        new ChartMoment.Value(known, OptionalDouble.of(2)),
                                        new ChartMoment.Value(gap, OptionalDouble.empty()))));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.05,0.05", "12.5,12.5", "40,40", "112.4,112", "12345,12.3 k"})
    void numbersAreShort(double value, String text) {
        assertThat(ChartText.number(value)).isEqualTo(text);
    }

    @Test
    void secondsAreWrittenOnlyWhereMinutesWouldRepeat() {
        var minute = new ChartScale(0, 1, START, START.plusSeconds(60));
        var hour = new ChartScale(0, 1, START, START.plusSeconds(3600));

        assertThat(ChartText.moment(START, minute, ZoneOffset.UTC)).isEqualTo("14:00:00");
        assertThat(ChartText.moment(START, hour, ZoneOffset.UTC)).isEqualTo("14:00");
    }

    @Test
    void whoDoesNotSeeTheChartHearsItsRange() {
        var chart =
                new ChartData(
                        List.of(series(0, 18, 17.6)),
                        new ChartRange.FromZero(),
                        OptionalDouble.of(5),
                        "%");

        assertThat(ChartSpeech.of(chart)).isEqualTo("v3: 17.6 %, between 0 and 18 %; limit 5 %");
        assertThat(ChartSpeech.of(ChartData.EMPTY)).isEqualTo("Nothing measured in this time");
    }

    /// One value a minute.
    private static ChartSeries series(double... values) {
        var points =
                LongStream.range(0, values.length)
                        .mapToObj(i -> ChartPoint.of(START.plusSeconds(60 * i), values[(int) i]))
                        .toList();
        return new ChartSeries("v3", SeriesColour.V3, true, points);
    }
}
