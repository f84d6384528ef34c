package io.windrose.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.windrose.testkit.PeerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The whole mesh as its users get it: one command, and what its ready line names.
@EnabledOnOs(value = OS.LINUX, disabledReason = "looks into /proc and sends signals")
final class SandboxIT {
    /// For other programs that share the processor with the test.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// What SIGTERM makes of a process: 128 and the signal's number.
    private static final int TERMINATED = 143;

    private static final int INTERRUPTED = 130;

    /// The service's port, which the guest's sidecar moves to a free one.
    private static final int DETAILS = 9080;

    private static final List<String> PODS =
            List.of(
                    "productpage-v1",
                    "details-v1",
                    "reviews-v1",
                    "reviews-v2",
                    "reviews-v3",
                    "ratings-v1",
                    "istio-ingressgateway");

    @TempDir private Path folder;

    @Test
    void allThatTheReadyLineNamesWorksAsPrinted(TestReporter figures) throws Exception {
        var launcher = Launcher.in(folder);
        try (var sandbox = launcher.startWithSignals("sandbox", "--json")) {
            var ready = sandbox.ready();

            assertThat(ready.path("ready").booleanValue()).isTrue();
            assertThat(statuses(ready)).isEqualTo(allOk());
            assertThat(Asked.of(ready.path("metrics").textValue()).body())
                    .contains("istio_requests_total{", "destination_workload=\"reviews-v2\"");
            assertThat(withoutToken(ready))
                    .hasSize(8)
                    .containsOnlyKeys(guarded())
                    .values()
                    .containsOnly(401);
            assertThat(othersMayRead(Path.of(ready.path("prometheusConfig").textValue())))
                    .isEmpty();
            assertThat(Files.readString(Path.of(ready.path("prometheusConfig").textValue())))
                    .contains("job_name: windrose-sandbox");
            assertThat(Path.of(ready.path("configDir").textValue()))
                    .isDirectoryContaining(file -> file.endsWith("reviews.yaml"));
            assertThat(Path.of(ready.path("accessLog").textValue())).isNotEmptyFile();
            assertThat(Sockets.count(sandbox.family())).isGreaterThan(PODS.size());
            assertThat(Sockets.offLoopback(sandbox.family())).isEmpty();

            aProxyOfTheUsersOwnJoins(launcher, ready.path("xds").textValue());

            sandbox.signal("INT");
            figures.publishEntry("stopped after", sandbox.awaitEnd(PATIENCE).toString());
            assertThat(sandbox.process().exitValue()).isEqualTo(INTERRUPTED);
            assertThat(sandbox.said()).isEmpty();
            assertThat(launcher.temporaryFolder()).isEmptyDirectory();
        }
    }

    @Test
    void theEndOfItsTimeIsSuccess() throws Exception {
        var launcher = Launcher.in(folder);

        var outcome = launcher.run("sandbox", "--json", "--duration", "1s", "--load", "5");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().lines().count()).isGreaterThanOrEqualTo(2);
        assertThat(launcher.temporaryFolder()).isEmptyDirectory();
    }

    @Test
    void proxiesMayBeProcessesOfTheirOwn(TestReporter figures) throws Exception {
        var launcher = Launcher.in(folder);
        long started = System.nanoTime();
        try (var sandbox = launcher.start("sandbox", "--json", "--processes")) {
            var ready = sandbox.ready();
            var start = Duration.ofNanos(System.nanoTime() - started);

            var family = sandbox.family();
            figures.publishEntry(
                    Map.of("ready after", start.toString(), "resident", resident(family)));
            assertThat(family).hasSize(1 + PODS.size());
            assertThat(statuses(ready)).isEqualTo(allOk());
            assertThat(Sockets.offLoopback(family)).isEmpty();

            sandbox.signal("TERM");
            figures.publishEntry("stopped after", sandbox.awaitEnd(PATIENCE).toString());
            assertThat(sandbox.process().exitValue()).isEqualTo(TERMINATED);
            assertThat(family).noneMatch(ProcessHandle::isAlive);
            assertThat(launcher.temporaryFolder()).isEmptyDirectory();
        }
    }

    @Test
    void proxiesDoNotOutliveASandboxThatIsKilled() throws Exception {
        var launcher = Launcher.in(folder);
        try (var sandbox = launcher.start("sandbox", "--json", "--processes")) {
            sandbox.ready();
            var family = sandbox.family();

            sandbox.signal("KILL");

            assertThat(family).hasSize(1 + PODS.size());
            assertThat(
                            RunningProgram.within(
                                    Duration.ofSeconds(5),
                                    () -> family.stream().noneMatch(ProcessHandle::isAlive)))
                    .isTrue();
        }
    }

    /// A sidecar of the tester's own, by the address as it was printed, reaches the mesh over mTLS.
    private static void aProxyOfTheUsersOwnJoins(Launcher launcher, String xds) throws IOException {
        var admin = "127.0.0.1:" + PeerProcess.freePort();
        int offset = PeerProcess.freePort() - DETAILS;
        var command =
                List.of(
                        "proxy",
                        "--control-plane",
                        xds,
                        "--node",
                        "sidecar~127.0.0.1~guest.default~default.svc.cluster.local",
                        "--node-metadata",
                        "INTERCEPTION_MODE=NONE,SERVICE_ACCOUNT=guest,"
                                + "WINDROSE_OUTBOUND_PORT_OFFSET="
                                + offset,
                        "--admin",
                        admin);
        try (var proxy = launcher.start(command.toArray(String[]::new))) {
            proxy.await(
                    "ready",
                    PATIENCE,
                    () -> Asked.of("http://" + admin + "/ready").status() == 200);

            var sidecar = new InetSocketAddress(InetAddress.getLoopbackAddress(), DETAILS + offset);
            var answer = Asked.sidecar(sidecar, "details:9080", "/details/0");

            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(Asked.of("http://" + admin + "/stats/prometheus").body())
                    .contains("connection_security_policy=");
        }
    }

    /// In KiB, the sandbox itself first.
    private static String resident(List<ProcessHandle> family) throws IOException {
        var resident = new ArrayList<String>();
        for (var process : family) {
            try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
                lines.filter(line -> line.startsWith("VmRSS:"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .forEach(resident::add);
            }
        }
        return String.join(" ", resident);
    }

    private static Map<String, Integer> statuses(JsonNode ready) {
        var statuses = new TreeMap<String, Integer>();
        urls(ready).forEach((name, url) -> statuses.put(name, Asked.of(url).status()));
        return statuses;
    }

    private static Map<String, Integer> allOk() {
        return Stream.concat(PODS.stream(), Stream.of("metrics", "ingress"))
                .collect(Collectors.toMap(name -> name, _ -> 200));
    }

    private static Map<String, Integer> withoutToken(JsonNode ready) {
        var statuses = new TreeMap<String, Integer>();
        urls(ready)
                .forEach((name, url) -> {
                    if (!name.equals("ingress")) {
                        var bare = url.substring(0, url.indexOf('?'));
                        statuses.put(name, Asked.of(bare).status());
                    }
                });
        return statuses;
    }

    private static String[] guarded() {
        return Stream.concat(PODS.stream(), Stream.of("metrics")).toArray(String[]::new);
    }

    private static Map<String, String> urls(JsonNode ready) {
        var urls = new LinkedHashMap<String, String>();
        urls.put("metrics", ready.path("metrics").textValue());
        urls.put("ingress", ready.path("ingress").textValue());
        ready.path("admin")
                .properties()
                .forEach(entry -> urls.put(entry.getKey(), entry.getValue().textValue()));
        return urls;
    }

    /// The permissions that others than the user have on a file and on its folder.
    private static String othersMayRead(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                        .substring(3)
                        .replace("-", "")
                + PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()))
                        .substring(3)
                        .replace("-", "");
    }
}
