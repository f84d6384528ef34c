package io.windrose.cli;

import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// What a command throws: its own [CommandFailure] ends with the code it names, anything else is a
/// bug of ours and says so.
final class Failures implements CommandLine.IExecutionExceptionHandler {
    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        return tell(command.getCommandSpec().qualifiedName(), failure, console);
    }

    static int tell(String command, Exception failure, Console console) {
        if (failure instanceof CommandFailure expected) {
            console.report(expected.problems());
            return expected.exitCode();
        }
        if (failure instanceof InterruptedException) {
            return ExitCode.INTERRUPTED;
        }
        LoggerFactory.getLogger(Failures.class).error("{} failed", command, failure);
        console.say("this is a bug in Windrose: " + failure);
        return ExitCode.FAILED;
    }
}
