package io.windrose.cli;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.proxy.Proxy;
import io.windrose.proxy.ProxyConfig;
import io.windrose.proxy.ProxyHost;
import io.windrose.proxy.bootstrap.BootstrapFile;
import io.windrose.proxy.bootstrap.ControlPlaneAddress;
import io.windrose.proxy.bootstrap.NodeDescription;
import io.windrose.proxy.bootstrap.ServerAddress;
import io.windrose.proxy.wire.WireTypes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "proxy",
        description = "Runs a proxy by an Envoy bootstrap file, or for a control plane.",
        mixinStandardHelpOptions = true)
final class ProxyCommand implements Callable<Integer> {
    private static final int DRAIN_SECONDS = 45;
    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create(); // picocli puts the real one in

    @ArgGroup(multiplicity = "1", exclusive = true)
    private Source source = new Source();

    static final class Source {
        @Option(
                names = {"--bootstrap", "-c", "--config-path"},
                paramLabel = "FILE",
                description = "An Envoy v3 bootstrap in YAML or JSON.")
        private @Nullable Path bootstrap;

        @Option(
                names = "--control-plane",
                paramLabel = "HOST:PORT",
                description = "A control plane; ?token=... may follow.")
        private String controlPlane = "";
    }

    @Option(
            names = {"--node", "--service-node"},
            paramLabel = "ID",
            description = "With --control-plane: type~ip~pod.namespace~dnsDomain")
    private String node = "";

    @Option(
            names = "--node-labels",
            paramLabel = "KEY=VALUE",
            split = ",",
            description = "Labels of the workload.")
    private Map<String, String> labels = Map.of();

    @Option(
            names = "--node-metadata",
            paramLabel = "KEY=VALUE",
            split = ",",
            description = "What else the node says of itself, by Istio's names.")
    private Map<String, String> metadata = Map.of();

    @Option(
            names = "--admin",
            paramLabel = "HOST:PORT",
            description = "With --control-plane: where the admin interface listens.")
    private String admin = "127.0.0.1:15000";

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Threads that carry traffic; 1 without it, 0 for one per processor.")
    private int concurrency = 1;

    @Option(
            names = "--drain-time-s",
            paramLabel = "SECONDS",
            description = "How long connections of what was replaced may go on; 45 without it.")
    private int drainSeconds = DRAIN_SECONDS;

    @Option(names = "--tokens-on-stdin", hidden = true)
    private boolean tokensOnStdin;

    @Option(names = "--end-with-stdin", hidden = true)
    private boolean endWithStdin;

    ProxyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        var stdin = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
        var token =
                tokensOnStdin ? Optional.ofNullable(stdin.readLine()) : Optional.<String>empty();
        var adminToken =
                tokensOnStdin ? Optional.ofNullable(stdin.readLine()) : Optional.<String>empty();
        var read = config(token);
        console.report(read.warnings());
        var config =
                CommandFailure.orFail(ExitCode.BAD_DATA, read)
                        .withAdminToken(adminToken)
                        .withDrainTime(Duration.ofSeconds(drainSeconds));
        var host = new ProxyHost(threads(), InstantSource.system(), System.nanoTime());
        var started = Proxy.start(config, host);
        if (started instanceof Result.Err<Proxy>) {
            host.close();
        }
        var proxy = CommandFailure.orFail(exitCode(started.problems()), started);
        var running =
                new UntilStopped(() -> {
                    proxy.close();
                    host.close();
                });
        if (endWithStdin) {
            Thread.ofVirtual().start(() -> endWith(stdin, running));
        }
        return running.await(Optional.empty());
    }

    /// What stands in a file is bad data; an address that is taken is not.
    private static int exitCode(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> !problem.place().file().isEmpty())
                ? ExitCode.BAD_DATA
                : ExitCode.FAILED;
    }

    private int threads() {
        return concurrency > 0 ? concurrency : Runtime.getRuntime().availableProcessors();
    }

    private Result<ProxyConfig> config(Optional<String> token) {
        if (source.bootstrap != null) {
            return new BootstrapFile(new WireTypes()).read(source.bootstrap).map(ProxyConfig::of);
        }
        if (node.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--control-plane needs --node ID");
        }
        var address = new AddressConverter().convert(admin);
        return ControlPlaneAddress.parse(source.controlPlane)
                .then(plane ->
                        ProxyConfig.of(
                                plane,
                                token,
                                new NodeDescription(node, labels, metadata),
                                Optional.of(
                                        new ServerAddress.Tcp(
                                                address.getHostString(), address.getPort()))));
    }

    /// Whoever started us holds the other end: when it is gone, so are we.
    private static void endWith(BufferedReader stdin, UntilStopped running) {
        try {
            while (stdin.readLine() != null) {
                // nothing more is expected
            }
        } catch (IOException broken) {
            running.tell();
        }
        running.tell();
    }
}
