package io.windrose.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `windrose` itself: only its sub-commands do something here.
@Command(
        name = "windrose",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "See, check and change a service mesh; run a whole one on this computer.",
        footer = {
            "",
            "Without a command the program opens its window: windrose [--sandbox] [--timing] [FOLDER].",
            "'windrose screenshot SCREEN --to FILE.png' draws a screen of it without a display.",
            "",
            "Exit codes: 0 done, 1 failed, 2 not applicable here, 64 bad usage, 65 bad input data,",
            "69 a server could not be reached, 79 findings at or above the threshold, 130 interrupted."
        },
        subcommands = {
            HelpCommand.class,
            SandboxCommand.class,
            GraphCommand.class,
            AnalyzeCommand.class,
            ValidateCommand.class,
            ManifestCommand.class,
            ShiftCommand.class,
            HistoryCommand.class,
            UndoCommand.class,
            XdsCommand.class,
            ControlPlaneCommand.class,
            ProxyCommand.class,
            VersionCommand.class,
        })
final class Root implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create(); // picocli puts the real one in

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "name a command; 'windrose sandbox' starts a mesh to try");
    }
}
