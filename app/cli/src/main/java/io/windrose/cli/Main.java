package io.windrose.cli;

import java.util.Optional;
import picocli.CommandLine;

/// The program's entry: reads the command, runs it, and ends with its exit code.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int status = run(Console.ofProcess(), args);
        // Threads of a command that has answered must not keep the program alive.
        Runtime.getRuntime().exit(status);
    }

    /// @return an exit code of [ExitCode]
    static int run(Console console, String... args) {
        return commandLine(console, Optional.empty()).execute(args);
    }

    /// The commands; whoever starts them may add more.
    ///
    /// @param pictures draws the graph for `-o png`; empty where nothing can be drawn
    public static CommandLine commandLine(Console console, Optional<PictureWriter> pictures) {
        return configured(
                new CommandLine(new Root(), new CommandFactory(console, pictures)), console);
    }

    /// Says what ended a command that was started without reading its options here.
    ///
    /// @return an exit code of [ExitCode]
    public static int failed(String command, Exception failure, Console console) {
        return Failures.tell(command, failure, console);
    }

    /// Any command of the program, so that all say in the same way what is wrong.
    public static CommandLine configured(CommandLine command, Console console) {
        command.setOut(console.outWriter());
        command.setErr(console.errWriter());
        command.setCaseInsensitiveEnumValuesAllowed(true);
        command.setUsageHelpAutoWidth(true);
        command.setExecutionStrategy(new CommandLine.RunLast());
        command.setParameterExceptionHandler(new UsageErrors(console));
        command.setExecutionExceptionHandler(new Failures(console));
        return command;
    }
}
