package io.windrose.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Sources of others that tests read as data, where Go's module client keeps them.
///
/// A newcomer's machine may lack them: then the test is skipped with one line that says how to get
/// the module. With `CI=true` in the environment it is required.
///
/// @see <a href="https://go.dev/ref/mod#module-cache">Go's module cache</a>
public enum GoModule {
    /// In the version that Istio speaks.
    GATEWAY_API("sigs.k8s.io/gateway-api@v1.6.0"),
    PROMETHEUS_OPERATOR("github.com/prometheus-operator/prometheus-operator@v0.88.0");

    private final String name;

    GoModule(String name) {
        this.name = name;
    }

    /// @param below a path in the module
    /// @return an existing file or directory; otherwise the calling test is skipped, or fails in CI
    public Path path(String below) {
        var found = cache().resolve(name).resolve(below);
        var message = "%s lacks %s (go mod download %s)".formatted(cache(), below, name);
        if (!Files.exists(found) && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(message);
        }
        Assumptions.assumeTrue(Files.exists(found), message);
        return found;
    }

    private static Path cache() {
        return variable("GOMODCACHE")
                .map(Path::of)
                .or(() ->
                        variable("GOPATH")
                                .map(all ->
                                        Path.of(all.split(File.pathSeparator, 2)[0])
                                                .resolve("pkg/mod")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), "go/pkg/mod"));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
    }
}
