package io.windrose.desktop;

import io.windrose.cli.CommandFailure;
import io.windrose.cli.Console;
import io.windrose.cli.ExitCode;
import io.windrose.cli.Version;
import io.windrose.desktop.start.StartTimes;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.workspace.session.Connection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "windrose",
        description = "Opens the window.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "'windrose --help' names the commands that need no window."})
final class WindowCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--sandbox", description = "Straight on a mesh on this computer.")
    private boolean sandbox;

    @Option(names = "--timing", description = "Prints when the phases of the start were reached.")
    private boolean timing;

    @Option(
            names = "--stall-detector",
            description =
                    "Writes down whenever the window answers nobody for more than 100 ms, whatever"
                            + " the settings say.")
    private boolean stallDetector;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "The YAML to open; with --sandbox what its mesh follows.")
    private @Nullable Path folder;

    WindowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        var clock = InstantSource.system();
        var times =
                timing
                        ? new StartTimes(clock, line -> console.err().println(line))
                        : StartTimes.silent();
        times.reached(StartTimes.Phase.JAVA);
        return new Program(clock, times, stallDetector).run(connection());
    }

    private Optional<Connection> connection() {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new CommandFailure(
                    ExitCode.BAD_DATA,
                    List.of(
                            Problem.error(
                                    "MESH1953",
                                    Place.inFile(folder.toString()),
                                    "is not a folder")));
        }
        var given = Optional.ofNullable(folder);
        if (sandbox) {
            return Optional.of(
                    new Connection.Sandbox(given, Connection.Sandbox.DEFAULT.requestsPerSecond()));
        }
        return given.map(Connection.Folder::new);
    }
}
