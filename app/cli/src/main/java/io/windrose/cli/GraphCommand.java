package io.windrose.cli;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.prometheus.TrafficSource;
import io.windrose.prometheus.graph.GraphAnswer;
import io.windrose.prometheus.graph.GraphFlags;
import io.windrose.prometheus.graph.GraphJson;
import io.windrose.prometheus.graph.GraphSvg;
import io.windrose.prometheus.graph.GraphTable;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.display.Theme;
import io.windrose.workspace.KnownMesh;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "graph",
        description = "Shows who calls whom, how often, how well, and whether over mTLS.",
        mixinStandardHelpOptions = true)
final class GraphCommand implements Callable<Integer> {
    private final Console console;
    private final Optional<PictureWriter> pictures;

    @Spec private CommandSpec spec = CommandSpec.create(); // picocli puts the real one in
    @Mixin private MetricsOptions metrics = new MetricsOptions();
    @Mixin private MeshOptions mesh = new MeshOptions();

    @Option(
            names = "--graph-type",
            paramLabel = "TYPE",
            description = "app, versionedApp (the default), service or workload.")
    private String graphType = "";

    @Option(
            names = {"-n", "--namespaces", "--namespace"},
            paramLabel = "NAME,...",
            description = "Only these namespaces; all without it.")
    private String namespaces = "";

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "All namespaces, which is the default.")
    private boolean allNamespaces;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "How far to look back, or how long to watch; 60s without it.")
    private String duration = "";

    @Option(
            names = "--time",
            paramLabel = "EPOCH",
            description = "The end of the interval, with --prometheus; now without it.")
    private String time = "";

    @Option(
            names = "--node",
            paramLabel = "KIND/NS/NAME[/VERSION]",
            description = "Only this node, its edges and their other ends.")
    private String node = "";

    @Option(
            names = "--rates",
            paramLabel = "grpc=..,http=..,tcp=..",
            description = "What to count: requests, sent, received, total or none.")
    private String rates = "";

    @Option(
            names = "--inject-service-nodes",
            description = "source -> service -> workload in place of source -> workload.")
    private boolean injectServiceNodes;

    @Option(names = "--include-idle-edges", description = "Also what has no traffic now.")
    private boolean includeIdleEdges;

    @Option(names = "--find", paramLabel = "EXPR", description = "Marks what matches.")
    private String find = "";

    @Option(names = "--hide", paramLabel = "EXPR", description = "Leaves out what matches.")
    private String hide = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table (the default), json, svg or png.")
    private Format output = Format.TABLE;

    @Option(names = "--theme", paramLabel = "THEME", description = "Of svg and png: light or dark.")
    private Theme theme = Theme.LIGHT;

    @Option(names = "--no-color", description = "Never colours; else only on a terminal.")
    private boolean noColour;

    enum Format {
        TABLE,
        JSON,
        SVG,
        PNG
    }

    GraphCommand(Console console, Optional<PictureWriter> pictures) {
        this.console = console;
        this.pictures = pictures;
    }

    @Override
    public Integer call() {
        if (output == Format.PNG && pictures.isEmpty()) {
            throw nothingDraws();
        }
        if (metrics.isBoth() || metrics.isNone()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "name one source of metrics: --prometheus URL or --scrape URL");
        }
        var request = CommandFailure.orFail(ExitCode.USAGE, flags().read());
        TrafficSource source =
                CommandFailure.orFail(ExitCode.USAGE, metrics.source(GraphCommand::pause));
        var facts =
                mesh.isGiven()
                        ? KnownMesh.facts(CommandFailure.orFail(ExitCode.BAD_DATA, mesh.read()))
                        : MeshFacts.NONE;
        var reading = request.answer(source, facts);
        console.report(reading.problems());
        if (!(reading instanceof Result.Ok(var answer, _))) {
            return ExitCode.UNREACHABLE;
        }
        switch (output) {
            case TABLE -> console.print(GraphTable.write(answer, colour()));
            case JSON -> console.print(GraphJson.write(answer));
            case SVG -> console.print(GraphSvg.write(answer, theme));
            case PNG -> console.write(png(answer));
        }
        return ExitCode.DONE;
    }

    private byte[] png(GraphAnswer answer) {
        return pictures.orElseThrow().png(GraphSvg.picture(answer), theme);
    }

    private static CommandFailure nothingDraws() {
        return new CommandFailure(
                ExitCode.NOT_APPLICABLE,
                List.of(
                        Problem.error(
                                "MESH1790",
                                Place.NOWHERE,
                                "-o png needs the desktop's libraries; -o svg does not")));
    }

    private boolean colour() {
        return !noColour
                && System.getenv("NO_COLOR") == null
                && Optional.ofNullable(System.console())
                        .filter(java.io.Console::isTerminal)
                        .isPresent();
    }

    private GraphFlags flags() {
        return new GraphFlags(
                graphType,
                allNamespaces ? "" : namespaces,
                duration,
                time,
                node,
                rates,
                injectServiceNodes,
                includeIdleEdges,
                find,
                hide);
    }

    /// Waits between two looks at the counters; an interrupt ends it at once.
    private static void pause(Duration interval) throws InterruptedException {
        var _ = new CountDownLatch(1).await(interval.toMillis(), TimeUnit.MILLISECONDS);
    }
}
