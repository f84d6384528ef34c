package io.windrose.sandbox;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A workload's proxy in a process of its own. It gets its tokens on standard input and ends when
/// that ends, so that it does not outlive us however we end.
record ProxyProcess(Process process, InetSocketAddress admin) implements WorkloadProxy {
    private static final int GRACE_MILLIS = 1_500;

    /// @param launcher the command in front of `proxy`
    /// @param logs a folder for what the process prints
    static Result<WorkloadProxy> start(List<String> launcher, Path logs, ProxyOrder order) {
        try {
            var admin = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
            var process =
                    new ProcessBuilder(command(launcher, order, admin))
                            .redirectErrorStream(true)
                            .redirectOutput(logs.resolve(order.workload().name() + ".log").toFile())
                            .start();
            var stdin = process.getOutputStream();
            stdin.write(
                    (order.token() + "\n" + order.adminToken() + "\n")
                            .getBytes(StandardCharsets.UTF_8));
            stdin.flush();
            return Result.ok(new ProxyProcess(process, admin));
        } catch (IOException failure) {
            return Result.err(
                    Problem.error(
                            "MESH1604",
                            Place.NOWHERE,
                            "the proxy of "
                                    + order.workload().name()
                                    + " could not be started: "
                                    + failure.getMessage()));
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(
            List<String> launcher, ProxyOrder order, InetSocketAddress admin) {
        var command = new ArrayList<>(launcher);
        command.addAll(
                List.of(
                        "proxy",
                        "--control-plane",
                        order.controlPlane(),
                        "--node",
                        order.nodeId(),
                        "--node-labels",
                        joined(order.labels()),
                        "--node-metadata",
                        joined(order.metadata()),
                        "--admin",
                        AdminAddresses.text(admin),
                        "--tokens-on-stdin",
                        "--end-with-stdin"));
        return command;
    }

    private static String joined(Map<String, String> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
