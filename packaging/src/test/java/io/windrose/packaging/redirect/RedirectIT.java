package io.windrose.packaging.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.testkit.Peer;
import io.windrose.testkit.PeerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two pods with the rules of istio-init between them: neither program knows of its proxy.
final class RedirectIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String CONTROL_PLANE_PORT = "15010";
    private static final String TOKEN = "token-of-the-redirect-test";

    @TempDir private Path folder;

    @Test
    void oneRequestToTheServicesClusterAddressGoesThroughBothProxies() throws Exception {
        var ip = Peer.IP.path();
        Peer.IPTABLES.path();
        rootOnly();
        copy("mesh.yaml", Files.createDirectory(folder.resolve("mesh")));
        Files.writeString(folder.resolve("token"), TOKEN + "\n");
        var unique = Long.toString(ProcessHandle.current().pid() % 100_000);
        try (var caller = NetworkPod.create(ip, "wc" + unique, "10.77.0.1");
                var echo = NetworkPod.create(ip, "we" + unique, "10.77.0.2")) {
            caller.connect(echo);
            for (var pod : List.of(caller, echo)) {
                NetworkPod.run(pod.inside("iptables-restore", rules().toString()));
            }
            try (var plane = controlPlane(echo);
                    var application = application(echo);
                    var serving = proxy(echo, "echo", "127.0.0.1");
                    var calling = proxy(caller, "caller", echo.address())) {
                awaitReady(serving, echo);
                awaitReady(calling, caller);
                assertThat(plane.log()).contains("\"ready\":true");
                assertThat(application.log()).isEmpty();

                var answer = get(caller, "http://10.96.0.10/");

                assertThat(answer)
                        .startsWith("200")
                        .contains(
                                "By=spiffe://cluster.local/ns/default/sa/echo",
                                "URI=spiffe://cluster.local/ns/default/sa/caller");
                assertThat(requests(caller, "source"))
                        .contains("response_code=\"200\"", "destination_service_name=\"echo\"");
                assertThat(requests(echo, "destination"))
                        .contains(
                                "connection_security_policy=\"mutual_tls\"",
                                "source_principal=\"spiffe://cluster.local/ns/default/sa/caller\"");
            }
        }
    }

    private static void rootOnly() {
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        assertThat(isRoot || !"true".equals(System.getenv("CI")))
                .as("CI=true requires this test, and only root makes network namespaces")
                .isTrue();
        Assumptions.assumeTrue(isRoot, "needs root, which alone makes network namespaces");
    }

    private PeerProcess controlPlane(NetworkPod pod) throws IOException {
        var plane =
                start(
                        pod,
                        "control-plane",
                        launcher(),
                        "control-plane",
                        "--config-dir",
                        folder.resolve("mesh").toString(),
                        "--xds",
                        "127.0.0.1:" + CONTROL_PLANE_PORT,
                        "--token-file",
                        folder.resolve("token").toString());
        plane.await("ready", PATIENCE, () -> plane.log().contains("\"ready\":true"));
        return plane;
    }

    private PeerProcess application(NetworkPod pod) throws IOException {
        return start(pod, "application", program("serve", "8080").toArray(String[]::new));
    }

    /// In the group that the rules of istio-init leave alone.
    private PeerProcess proxy(NetworkPod pod, String app, String controlPlane) throws IOException {
        return start(
                pod,
                app + "-proxy",
                "setpriv",
                "--regid",
                "1337",
                "--clear-groups",
                launcher(),
                "proxy",
                "--control-plane",
                controlPlane + ":" + CONTROL_PLANE_PORT + "?token=" + TOKEN,
                "--node",
                "sidecar~%s~%s-1.default~default.svc.cluster.local".formatted(pod.address(), app),
                "--node-labels",
                "app=" + app + ",version=v1",
                "--node-metadata",
                "INTERCEPTION_MODE=REDIRECT,SERVICE_ACCOUNT="
                        + app
                        + ",WORKLOAD_NAME="
                        + app
                        + ",INSTANCE_IPS="
                        + pod.address());
    }

    private PeerProcess start(NetworkPod pod, String name, String... command) throws IOException {
        return PeerProcess.start(folder, name, pod.inside(command));
    }

    private static void awaitReady(PeerProcess proxy, NetworkPod pod) {
        proxy.await("ready", PATIENCE, () -> admin(pod, "/ready").startsWith("200"));
    }

    private static String requests(NetworkPod pod, String reporter) {
        return admin(pod, "/stats/prometheus")
                .lines()
                .filter(line -> line.startsWith("istio_requests_total{"))
                .filter(line -> line.contains("reporter=\"" + reporter + "\""))
                .findFirst()
                .orElse("none");
    }

    private static String admin(NetworkPod pod, String path) {
        try {
            return get(pod, "http://127.0.0.1:15000" + path);
        } catch (IOException failure) {
            return failure.toString();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return stopped.toString();
        }
    }

    /// @return status and body, or how it failed
    private static String get(NetworkPod pod, String url) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(pod.inside(program("get", url).toArray(String[]::new)))
                        .redirectErrorStream(true)
                        .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<String> program(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-cp", classes(), HttpPod.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String classes() {
        var source = HttpPod.class.getProtectionDomain().getCodeSource();
        return Path.of(java.net.URI.create(source.getLocation().toString())).toString();
    }

    private static String launcher() {
        return System.getProperty("windrose.launcher");
    }

    private Path rules() throws IOException {
        return copy("pod.rules", folder);
    }

    private static Path copy(String resource, Path into) throws IOException {
        var target = into.resolve(resource);
        try (var stream = RedirectIT.class.getResourceAsStream(resource)) {
            Files.copy(
                    Objects.requireNonNull(stream, resource),
                    target,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }
}
