package io.windrose.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windrose.sandbox.ReadyReport;
import io.windrose.sandbox.Sandbox;
import io.windrose.sandbox.SandboxOptions;
import io.windrose.sandbox.load.Totals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "sandbox",
        description = "Runs a whole mesh on this computer: control plane, proxies, Bookinfo, load.",
        mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final JsonMapper JSON = new JsonMapper();
    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create(); // picocli puts the real one in

    @SuppressWarnings("UnusedVariable") // said for scripts; there is nothing else to choose yet
    @Option(
            names = "--headless",
            description = "Without a window, which is how this command always runs.")
    private boolean headless;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Ends by itself after this time, e.g. 60s; else Ctrl-C ends it.")
    private @Nullable Duration duration;

    @Option(
            names = "--config-dir",
            paramLabel = "DIR",
            description =
                    "The YAML that the mesh follows; filled with Bookinfo if empty. Without it a"
                            + " private folder.")
    private @Nullable Path configDir;

    @Option(
            names = "--load",
            paramLabel = "RPS",
            defaultValue = "20",
            description = "Requests a second to the gateway; 20 without it.")
    private double load = 20;

    @Option(names = "--processes", description = "Each proxy in a process of its own.")
    private boolean processes;

    @Option(names = "--json", description = "One JSON line when ready, then one each second.")
    private boolean json;

    SandboxCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!(load > 0 && load <= 100_000)) {
            throw new ParameterException(
                    spec.commandLine(), "--load " + load + " is not a rate above 0");
        }
        var options =
                new SandboxOptions(
                        Optional.ofNullable(configDir),
                        load,
                        processes ? OwnCommand.line() : List.of());
        var sandbox = CommandFailure.orFail(ExitCode.FAILED, Sandbox.start(options));
        var running = new UntilStopped(sandbox);
        announce(sandbox.report());
        Findings.follow(sandbox.config(), console);
        return run(sandbox, running);
    }

    private int run(Sandbox sandbox, UntilStopped running) throws InterruptedException {
        long end = duration == null ? Long.MAX_VALUE : System.nanoTime() + duration.toNanos();
        var before = sandbox.totals();
        for (long left = TICK.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (running.isToldWithin(Duration.ofNanos(Math.min(left, TICK.toNanos())))) {
                running.close();
                return ExitCode.INTERRUPTED;
            }
            var now = sandbox.totals();
            if (json) {
                console.print(line(now, now.requests() - before.requests()));
            }
            before = now;
        }
        running.close();
        return ExitCode.DONE;
    }

    private void announce(ReadyReport report) {
        if (json) {
            console.print(line(report));
            return;
        }
        console.print("A mesh is running. Ctrl-C stops it.");
        console.print("  product page   " + report.ingress());
        console.print("  configuration  " + report.configDir() + "  (edit it: traffic follows)");
        console.print("  metrics        " + report.metrics());
        console.print("  Prometheus     " + report.prometheusConfig());
        console.print("  access log     " + report.accessLog());
        console.print("  control plane  " + report.xds());
        report.admin().forEach((pod, url) -> console.print("  " + pod + "  " + url));
        console.print("Look at it: windrose graph --scrape '" + report.metrics() + "'");
    }

    private static String line(ReadyReport report) {
        var line = JSON.createObjectNode();
        line.put("ready", true);
        line.put("metrics", report.metrics().toString());
        line.put("prometheusConfig", report.prometheusConfig().toString());
        line.put("xds", report.xds());
        line.put("ingress", report.ingress().toString());
        ObjectNode admin = line.putObject("admin");
        report.admin().forEach((pod, url) -> admin.put(pod, url.toString()));
        line.put("accessLog", report.accessLog().toString());
        line.put("configDir", report.configDir().toString());
        return line.toString();
    }

    private static String line(Totals totals, long lastSecond) {
        var line = JSON.createObjectNode();
        line.put("requests", totals.requests());
        line.put("ok", totals.ok());
        line.put("failed", totals.failed());
        line.put("requestsPerSecond", lastSecond);
        line.put("meanLatencyMillis", Math.round(totals.latencyMillis() * 10) / 10.0);
        return line.toString();
    }
}
