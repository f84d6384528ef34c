package io.windrose.conformance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The benchmark's short form: whether it still measures, not how fast anybody is.
final class ProxyBenchmarkTest {
    @TempDir private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void bothProxiesAnswerEveryRequestInBothShapes() throws Exception {
        assertThat(ProxyBenchmark.run(folder, 5, 20))
                .extracting(Figures::shape, Figures::contender, Figures::failed)
                .containsExactly(
                        tuple(Shape.PLAIN, Contender.ENVOY, 0),
                        tuple(Shape.PLAIN, Contender.WINDROSE, 0),
                        tuple(Shape.SIDECAR_PAIR, Contender.ENVOY, 0),
                        tuple(Shape.SIDECAR_PAIR, Contender.WINDROSE, 0));
    }
}
