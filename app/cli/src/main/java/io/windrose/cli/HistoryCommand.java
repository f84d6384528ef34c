package io.windrose.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.windrose.config.file.JournalEntry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "history",
        description = "Lists what was changed from here, oldest first.",
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    private final Console console;
    @Mixin private FolderOptions folder = new FolderOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table (the default) or json.")
    private Format output = Format.TABLE;

    enum Format {
        TABLE,
        JSON
    }

    HistoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<JournalEntry> entries =
                CommandFailure.orFail(ExitCode.FAILED, folder.edited().history());
        console.print(output == Format.JSON ? json(entries) : table(entries));
        return ExitCode.DONE;
    }

    private static String json(List<JournalEntry> entries) {
        var array = new JsonMapper().createArrayNode();
        entries.forEach(entry -> array.add(ChangeText.object(entry)));
        return array.toString();
    }

    private static String table(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return "Nothing was changed from here yet.";
        }
        var text =
                new StringBuilder(
                        "%4s  %-20s  %-40s  %s%n".formatted("ID", "AT", "RESOURCE", "CHANGE"));
        for (var entry : entries) {
            text.append(
                    "%4d  %-20.20s  %-40s  %s%s%n"
                            .formatted(
                                    entry.id(),
                                    entry.at(),
                                    entry.edit().resource(),
                                    entry.edit().summary(),
                                    entry.undone() ? "  (undone)" : ""));
        }
        return text.toString();
    }
}
