package io.windrose.cli;

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
        return commandLine(console).execute(args);
    }

    static CommandLine commandLine(Console console) {
        var root = new CommandLine(new Root(), new CommandFactory(console));
        root.setOut(console.outWriter());
        root.setErr(console.errWriter());
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setUsageHelpAutoWidth(true);
        root.setExecutionStrategy(new CommandLine.RunLast());
        root.setParameterExceptionHandler(new UsageErrors(console));
        root.setExecutionExceptionHandler(new Failures(console));
        return root;
    }
}
