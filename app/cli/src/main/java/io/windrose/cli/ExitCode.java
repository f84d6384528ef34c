package io.windrose.cli;

/// What a command's end says to a script; part of the contract, never renumbered.
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;

    /// Not applicable here, for example without a display.
    public static final int NOT_APPLICABLE = 2;

    public static final int USAGE = 64;

    /// The input is not what it claims to be; the message names file, line and column.
    public static final int BAD_DATA = 65;

    public static final int UNREACHABLE = 69;

    /// Findings at or above the threshold, as istioctl has it.
    public static final int FINDINGS = 79;

    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
