package io.windrose.conformance.istiodxds;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A stock Envoy finds nothing wrong with what the proxies of a scenario are sent when they do not
/// have Istio's own filters.
final class EnvoyValidationTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bookinfo-canary",
                "bookinfo-resilience",
                "plain-tcp",
                "match-uri",
                "mtls-permissive-disable",
                "gateway-http",
                "gateway-tls-tcp",
                "rewrite-redirect-direct",
                "timeout-retries",
                "authz-audit-custom-dryrun",
            })
    void isAccepted(String name) throws IOException, InterruptedException {
        var envoy = Peer.ENVOY.path();
        var scenario = Scenario.read(name);
        for (var proxy : scenario.proxies()) {
            var bootstrap = folder.resolve(proxy + ".json");
            Files.writeString(bootstrap, StaticBootstrap.of(scenario.oursForStockEnvoy(proxy)));

            var verdict = validate(envoy, bootstrap);

            assertThat(verdict)
                    .as("%s of %s", proxy, name)
                    .contains("configuration '")
                    .endsWith("OK\n");
        }
    }

    private static String validate(Path envoy, Path bootstrap)
            throws IOException, InterruptedException {
        var log = bootstrap.resolveSibling(bootstrap.getFileName() + ".log");
        var process =
                new ProcessBuilder(
                                envoy.toString(),
                                "--mode",
                                "validate",
                                "--disable-hot-restart",
                                "--log-level",
                                "error",
                                "-c",
                                bootstrap.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readString(log);
    }
}
