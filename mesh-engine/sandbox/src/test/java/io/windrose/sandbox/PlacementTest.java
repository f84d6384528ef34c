package io.windrose.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlacementTest {

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noTwoSocketsMeetOnAddressesOfTheirOwn(long seed) {
        assertThatNoTwoMeet(Placement::ownAddresses, seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noTwoSocketsMeetInBlocksOfPorts(long seed) {
        assertThatNoTwoMeet(Placement::blocksOfPorts, seed);
    }

    private static void assertThatNoTwoMeet(
            Function<RandomGenerator, Placement> placing, long seed) {
        var placement = placing.apply(new Random(seed));
        var taken = new HashSet<Object>();
        for (var workload : DemoWorkload.ALL) {
            var place = placement.of(workload);
            assertThat(taken.add(place.inbound())).as("inbound of %s", workload.name()).isTrue();
            if (!workload.isGateway()) {
                assertThat(taken.add(place.outbound(workload.port()))).isTrue();
            }
            assertThat(place.inbound().getAddress().isLoopbackAddress()).isTrue();
        }
    }
}
