package io.windrose.cli;

import io.windrose.analysis.Code;
import io.windrose.cli.Repairs.Repaired;
import io.windrose.config.file.FileEdit;
import io.windrose.config.file.JournalEntry;
import io.windrose.config.file.StateFolder;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.session.EditedFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Whether findings are repaired, and which.
final class FixOptions {
    @Option(
            names = "--fix",
            description =
                    "Carries out the first repair of each finding in its file, prints the differences and what is left; `windrose undo` takes a change back.")
    private boolean fix;

    @Option(
            names = "--fix-only",
            split = ",",
            paramLabel = "CODE",
            description = "As --fix, for these codes.")
    private Set<String> only = Set.of();

    @Option(
            names = "--dry-run",
            description = "With --fix: prints the differences and writes nothing.")
    private boolean dryRun;

    boolean isAsked() {
        return fix || !only.isEmpty();
    }

    /// @throws ParameterException for options that mean nothing
    void check(CommandSpec command) {
        KnownCodes.require("--fix-only", only, command);
        if (dryRun && !isAsked()) {
            throw new ParameterException(
                    command.commandLine(), "--dry-run shows what --fix would do; add --fix.");
        }
    }

    /// Changes the input to what it is with the repairs, and writes the files.
    ///
    /// @param ask for all findings that are told
    /// @return why files could not be written; the input has them as they are
    List<Problem> carryOut(
            ClusterInput input,
            Function<ClusterInput, List<Told>> ask,
            List<String> inputs,
            Console console) {
        var repaired =
                new Repairs(one -> ask.apply(one).stream().filter(this::isMeant).toList())
                        .carryOut(input);
        for (var file : repaired) {
            console.print(file.patch().diff());
        }
        var unwritten = new ArrayList<Problem>();
        for (var file : repaired) {
            if (dryRun || file.file().equals("-")) {
                continue;
            }
            var folder = folder(Path.of(file.file()), inputs);
            switch (apply(file, folder)) {
                case Result.Ok<JournalEntry>(var applied, _) ->
                        console.print(
                                "%s: %s, as change %d; `windrose undo %d --config-dir %s` takes it back."
                                        .formatted(
                                                file.file(),
                                                count(file.titles().size()),
                                                applied.id(),
                                                applied.id(),
                                                folder));
                case Result.Err<JournalEntry>(var problems) -> {
                    unwritten.addAll(problems);
                    file.takeBack(input);
                }
            }
        }
        return unwritten;
    }

    private boolean isMeant(Told told) {
        return only.isEmpty()
                || told.finding().codes().stream().map(Code::id).anyMatch(only::contains);
    }

    private static Result<JournalEntry> apply(Repaired file, Path folder) {
        return new EditedFolder(folder, StateFolder.ofThisUser(), InstantSource.system())
                .apply(
                        new FileEdit(
                                Path.of(file.file()),
                                file.before(),
                                file.after(),
                                file.resource(),
                                String.join(", ", file.titles())));
    }

    private static String count(int repairs) {
        return repairs == 1 ? "1 repair" : repairs + " repairs";
    }

    /// The directory that was named, else the one that the file is in.
    private static Path folder(Path file, List<String> inputs) {
        return inputs.stream()
                .map(Path::of)
                .filter(Files::isDirectory)
                .filter(file::startsWith)
                .findFirst()
                .orElseGet(() -> file.toAbsolutePath().resolveSibling(""));
    }
}
