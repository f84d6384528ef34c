package io.windrose.conformance.bench;

import io.windrose.testkit.Peer;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Who is measured. Both get one worker and a bootstrap file.
enum Contender {
    ENVOY {
        @Override
        List<String> command(Path bootstrap) {
            return List.of(
                    Peer.ENVOY.path().toString(),
                    "-c",
                    bootstrap.toString(),
                    "--concurrency",
                    "1",
                    "--base-id",
                    Integer.toString(BASE_ID.incrementAndGet()),
                    "--log-level",
                    "error");
        }
    },
    WINDROSE {
        @Override
        List<String> command(Path bootstrap) {
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(LAUNCHER_OPTIONS);
            command.add("-cp");
            command.add(absoluteClassPath());
            command.add(ProxyProgram.class.getName());
            command.add(bootstrap.toString());
            return command;
        }
    };

    private static final AtomicInteger BASE_ID = new AtomicInteger(5_000);

    /// As the packaged launcher starts `windrose proxy`, but for its cache of classes.
    private static final List<String> LAUNCHER_OPTIONS =
            List.of(
                    "-Xms32m",
                    "-Xmx128m",
                    "-XX:MaxDirectMemorySize=96m",
                    "-Xss512k",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "--sun-misc-unsafe-memory-access=allow");

    abstract List<String> command(Path bootstrap);

    /// Proxies run in a folder of their own.
    private static String absoluteClassPath() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
