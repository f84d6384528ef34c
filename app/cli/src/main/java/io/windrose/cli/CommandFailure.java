package io.windrose.cli;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.List;

/// An end of a command that its user can do something about.
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exitCode;
    private final transient List<Problem> problems;

    public CommandFailure(int exitCode, List<Problem> problems) {
        super(problems.toString(), null, false, false);
        this.exitCode = exitCode;
        this.problems = problems;
    }

    /// The value, or the end of the command with `exitCode`.
    public static <T> T orFail(int exitCode, Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new CommandFailure(exitCode, problems);
        };
    }

    int exitCode() {
        return exitCode;
    }

    List<Problem> problems() {
        return problems;
    }
}
