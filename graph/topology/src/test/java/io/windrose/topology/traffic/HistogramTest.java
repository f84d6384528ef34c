package io.windrose.topology.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class HistogramTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static Histogram of(Map<Double, Double> buckets) {
        return new Histogram(new TreeMap<>(buckets));
    }

    @Test
    void aQuantileIsInterpolatedInsideItsBucket() {
        var histogram = of(Map.of(10.0, 4.0, 20.0, 8.0, INFINITE, 8.0));

        assertThat(histogram.quantile(0.5)).isEqualTo(OptionalDouble.of(10));
        assertThat(histogram.quantile(0.75)).isEqualTo(OptionalDouble.of(15));
        assertThat(histogram.quantile(0.25)).isEqualTo(OptionalDouble.of(5));
    }

    @Test
    void beyondAllBoundsItIsTheHighestOfThem() {
        assertThat(of(Map.of(10.0, 1.0, INFINITE, 9.0)).quantile(0.9))
                .isEqualTo(OptionalDouble.of(10));
    }

    @Test
    void withoutWeightOrWithoutTheLastBucketThereIsNone() {
        assertThat(Histogram.EMPTY.quantile(0.5)).isEmpty();
        assertThat(of(Map.of(10.0, 0.0, INFINITE, 0.0)).quantile(0.5)).isEmpty();
        assertThat(of(Map.of(10.0, 5.0, 20.0, 6.0)).quantile(0.5)).isEmpty();
    }

    @Test
    void bucketsThatLagBehindDoNotMakeItRunBackwards() {
        assertThat(of(Map.of(10.0, 4.0, 20.0, 3.0, INFINITE, 4.0)).quantile(1))
                .isEqualTo(OptionalDouble.of(10));
    }

    @Test
    void sumsAreMadeBoundByBound() {
        assertThat(of(Map.of(10.0, 1.0, INFINITE, 2.0)).plus(of(Map.of(10.0, 3.0, INFINITE, 3.0))))
                .isEqualTo(of(Map.of(10.0, 4.0, INFINITE, 5.0)));
    }
}
