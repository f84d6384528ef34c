package io.windrose.cli;

import picocli.CommandLine;

/// Says in one line what is wrong with the arguments, and where the help is.
final class UsageErrors implements CommandLine.IParameterExceptionHandler {
    private final Console console;

    UsageErrors(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException failure, String[] args) {
        var command = failure.getCommandLine().getCommandSpec().qualifiedName();
        console.say(String.valueOf(failure.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, console.errWriter());
        console.err().println("Try '" + command + " --help'.");
        return ExitCode.USAGE;
    }
}
