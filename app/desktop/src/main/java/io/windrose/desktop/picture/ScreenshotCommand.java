package io.windrose.desktop.picture;

import io.windrose.cli.CommandFailure;
import io.windrose.cli.Console;
import io.windrose.cli.ExitCode;
import io.windrose.cli.TimeConverter;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.topology.display.Theme;
import io.windrose.workspace.session.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "screenshot",
        description = "Draws a screen of the program into a file, without a display.",
        mixinStandardHelpOptions = true)
public final class ScreenshotCommand implements Callable<Integer> {
    private static final double LARGEST_SCALE = 4;
    private final Console console;

    @Spec private CommandSpec spec = CommandSpec.create(); // picocli puts the real one in

    @Parameters(
            index = "0",
            paramLabel = "SCREEN",
            description = "welcome, topology, service, workload, config, canary or proxies.")
    private String screen = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE.png",
            description = "The file; replaced when it is there.")
    private Path to = Path.of("");

    @Option(names = "--sandbox", description = "Of a mesh that is started for the picture.")
    private boolean sandbox;

    @Option(
            names = "--config-dir",
            paramLabel = "DIR",
            description = "Of a folder of YAML; with --sandbox what its mesh follows.")
    private @Nullable Path configDir;

    @Option(names = "--theme", description = "dark (the default) or light.")
    private Theme theme = Theme.DARK;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = PictureSize.Converter.class,
            defaultValue = "1440x900",
            description = "Of the window; 1440x900 without it.")
    private PictureSize size = new PictureSize(1440, 900);

    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "Pixels of the file for one of the window, 1 to 4.")
    private double scale = 1;

    @Option(
            names = "--focus",
            paramLabel = "KIND/NS/NAME[/VERSION]",
            converter = Focus.Converter.class,
            description =
                    "What is selected; reviews of the sandbox for service and workload. For config"
                            + " an object: VirtualService/NS/NAME.")
    private @Nullable Focus focus;

    @Option(
            names = "--edge-to",
            paramLabel = "KIND/NS/NAME[/VERSION]",
            converter = Focus.Converter.class,
            description = "Selects the edge from what --focus names to this.")
    private @Nullable Focus edgeTo;

    @Option(
            names = "--press",
            paramLabel = "KEY|#ID",
            converter = Press.Converter.class,
            description =
                    "Pressed before the picture is taken, one after the other: a key, such as T for"
                            + " the table, or a button by its id.")
    private List<Press> presses = List.of();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = "live",
            description = "live, loading, empty, stale, partial, error or read_only.")
    private State state = State.LIVE;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            defaultValue = "10s",
            description = "How long the mesh is watched before; 10s without it.")
    private Duration duration = Duration.ofSeconds(10);

    public ScreenshotCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var name =
                ScreenName.of(screen.toLowerCase(Locale.ROOT))
                        .orElseThrow(
                                () -> usage("there is no screen '" + screen + "'; there are "));
        if (name.shellScreen().isEmpty()) {
            throw new CommandFailure(
                    ExitCode.NOT_APPLICABLE,
                    List.of(
                            Problem.error(
                                    "MESH1955",
                                    Place.NOWHERE,
                                    "this version has no screen '"
                                            + name.word()
                                            + "'; it has "
                                            + ScreenName.words())));
        }
        if (!(scale >= 1 && scale <= LARGEST_SCALE)) {
            throw new ParameterException(spec.commandLine(), "--scale is from 1 to 4");
        }
        var order =
                new Order(
                        name,
                        source(name),
                        theme,
                        size,
                        scale,
                        Optional.ofNullable(focus).or(() -> name.defaultFocus()),
                        Optional.ofNullable(edgeTo),
                        List.copyOf(presses),
                        state,
                        duration);
        write(CommandFailure.orFail(ExitCode.FAILED, Studio.draw(order)));
        return ExitCode.DONE;
    }

    private Optional<Connection> source(ScreenName name) {
        var folder = Optional.ofNullable(configDir);
        if (sandbox) {
            return Optional.of(
                    new Connection.Sandbox(folder, Connection.Sandbox.DEFAULT.requestsPerSecond()));
        }
        if (name.needsMesh() && folder.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "name the mesh: --sandbox or --config-dir DIR");
        }
        return folder.map(Connection.Folder::new);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message + ScreenName.words());
    }

    /// The file is whole or as it was.
    private void write(byte[] png) {
        var target = to.toAbsolutePath();
        try {
            var part = Files.createTempFile(target.getParent(), ".windrose", ".png");
            Files.write(part, png);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    List.of(
                            Problem.error(
                                    "MESH1956",
                                    Place.inFile(to.toString()),
                                    "cannot be written: " + failure)));
        }
        console.say("drew " + to);
    }
}
