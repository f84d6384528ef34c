package io.windrose.cli;

import io.windrose.config.file.JournalEntry;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "undo",
        description = "Puts back the exact bytes that a change replaced.",
        mixinStandardHelpOptions = true)
final class UndoCommand implements Callable<Integer> {
    private final Console console;
    @Mixin private FolderOptions folder = new FolderOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "Which change; the newest without it.")
    private @Nullable Integer id;

    @SuppressWarnings("UnusedVariable") // said for scripts; there is nothing else to choose yet
    @Option(
            names = "--yes",
            description = "Without asking; files of --config-dir are written without it, too.")
    private boolean yes;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text (the default) or json.")
    private Format output = Format.TEXT;

    enum Format {
        TEXT,
        JSON
    }

    UndoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var edited = folder.edited();
        JournalEntry undone =
                CommandFailure.orFail(
                        ExitCode.FAILED, id == null ? edited.undoNewest() : edited.undo(id));
        console.print(
                output == Format.JSON
                        ? ChangeText.object(undone).toString()
                        : "Took back change %d of %s (%s)."
                                .formatted(
                                        undone.id(),
                                        undone.edit().resource(),
                                        undone.edit().summary()));
        return ExitCode.DONE;
    }
}
