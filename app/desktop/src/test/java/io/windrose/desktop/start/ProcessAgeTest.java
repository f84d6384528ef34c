package io.windrose.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class ProcessAgeTest {
    private static final String STAT =
            "4711 (a name) with) S 1 4711 4711 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 30 0 123456 9 10";

    @Test
    void isCountedFromTheBootBothTimes() {
        assertThat(ProcessAge.millis(STAT, "1236.06 2000.10\n")).hasValue(1_500);
    }

    @Test
    void isUnknownWhereTheBootIsAnother() {
        assertThat(ProcessAge.millis(STAT, "17.20 30.00\n")).isEmpty();
    }

    @Test
    void aProcessIsOlderThanItsJavaByLittle() {
        var java = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());

        assertThat(ProcessAge.now(InstantSource.system()))
                .hasValueSatisfying(age ->
                        assertThat(age).isBetween(java.minusMillis(50), java.plusSeconds(20)));
    }
}
