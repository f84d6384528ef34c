package io.windrose.conformance.kubernetes;

import io.windrose.config.schema.Schemas;
import io.windrose.testkit.GoModule;
import io.windrose.testkit.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// Whose definitions our verdicts are compared with.
enum Upstream {
    ISTIO(() -> Crd.of(Files.readString(Shared.path("conformance/crds/istio-crds.yaml")))),
    /// Its experimental channel, which has all that the standard one has.
    GATEWAY_API(() -> known(GoModule.GATEWAY_API.path("config/crd/experimental"))),
    PROMETHEUS_OPERATOR(
            () -> known(GoModule.PROMETHEUS_OPERATOR.path("example/prometheus-operator-crd")));

    @SuppressWarnings("ImmutableEnumChecker") // a reading without a state
    private final Callable<List<Crd>> reading;

    Upstream(Callable<List<Crd>> reading) {
        this.reading = reading;
    }

    /// Asked on the thread of a test, which is skipped where they are missing.
    List<Crd> definitions() throws Exception {
        return reading.call();
    }

    /// Those of the kinds that have a schema here.
    private static List<Crd> known(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Upstream::isKnown).sorted().flatMap(Upstream::read).toList();
        }
    }

    /// By its name, `group_plural.yaml`: some that are not known have several megabytes.
    private static boolean isKnown(Path file) {
        return Schemas.names().stream()
                .flatMap(name -> Schemas.of(name).stream())
                .anyMatch(
                        kind -> file.endsWith("%s_%s.yaml".formatted(kind.group(), kind.plural())));
    }

    private static Stream<Crd> read(Path file) {
        try {
            return Crd.of(Files.readString(file)).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
