package io.windrose.desktop;

import io.windrose.cli.Console;
import io.windrose.cli.Version;
import io.windrose.desktop.start.StartTimes;
import java.nio.file.Path;
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

    @Option(names = WindowRequest.SANDBOX, description = "Straight on a mesh on this computer.")
    private boolean sandbox;

    @Option(
            names = WindowRequest.TIMING,
            description = "Prints when the phases of the start were reached.")
    private boolean timing;

    @Option(
            names = WindowRequest.STALL_DETECTOR,
            description =
                    "Writes down whenever the window answers nobody for more than 100 ms, whatever"
                            + " the settings say.")
    private boolean stallDetector;

    @Option(
            names = "--leave-at",
            hidden = true,
            description = "Ends at that phase: for measuring, and for training a cache.")
    private StartTimes.@Nullable Phase leaveAt;

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
        return new WindowRequest(
                        sandbox,
                        timing,
                        stallDetector,
                        Optional.ofNullable(folder),
                        Optional.ofNullable(leaveAt))
                .run(console);
    }
}
