package io.windrose.cli;

import io.windrose.config.file.JournalEntry;
import io.windrose.session.ShiftRequest;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "shift",
        description = "Divides the requests of a service among its subsets.",
        mixinStandardHelpOptions = true)
final class ShiftCommand implements Callable<Integer> {
    private final Console console;
    @Mixin private FolderOptions folder = new FolderOptions();

    @Parameters(
            index = "0",
            paramLabel = "SERVICE.NAMESPACE",
            description = "Whose requests, e.g. reviews.default.")
    private String service = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "SUBSET=PERCENT",
            description = "The whole split; it adds up to 100.")
    private List<String> shares = List.of();

    @Option(
            names = "--route",
            paramLabel = "NAME",
            description = "Another route than the last one without match.")
    private String route = "";

    @Option(names = "--dry-run", description = "Shows the difference and writes nothing.")
    private boolean dryRun;

    @SuppressWarnings("UnusedVariable") // said for scripts; there is nothing else to choose yet
    @Option(
            names = "--yes",
            description = "Without asking; files of --config-dir are written without it, too.")
    private boolean yes;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "diff (the default) or json.")
    private ChangeText.Format output = ChangeText.Format.DIFF;

    ShiftCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var intent =
                CommandFailure.orFail(ExitCode.USAGE, ShiftRequest.parse(service, shares, route));
        var edited = folder.edited();
        var planned = edited.plan(intent);
        console.report(planned.warnings());
        var plan = CommandFailure.orFail(ExitCode.FAILED, planned);
        if (dryRun || plan.patch().isEmpty()) {
            console.print(ChangeText.of(plan, output));
            return ExitCode.DONE;
        }
        JournalEntry applied = CommandFailure.orFail(ExitCode.FAILED, edited.apply(plan));
        console.print(ChangeText.of(plan, applied, output));
        return ExitCode.DONE;
    }
}
