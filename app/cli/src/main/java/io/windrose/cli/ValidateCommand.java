package io.windrose.cli;

import io.windrose.config.file.Validation;
import io.windrose.kernel.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        description = "Checks YAML by the rules that the API server and the webhook apply.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";
    private final Console console;

    @Option(
            names = {"-f", "--file", "--filename"},
            split = ",",
            paramLabel = "FILE|DIR|-",
            description = "What to check; a directory with all that is below it, - is stdin.")
    private List<String> files = List.of();

    @Parameters(paramLabel = "FILE|DIR|-", arity = "0..*", description = "The same, without -f.")
    private List<String> further = List.of();

    @Spec private CommandSpec spec = CommandSpec.create(); // picocli puts the real one in

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text (the default) or json.")
    private Format output = Format.TEXT;

    enum Format {
        TEXT,
        JSON
    }

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var inputs = Stream.concat(files.stream(), further.stream()).toList();
        if (inputs.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Say what to check: a file, a directory, or - for stdin.");
        }
        var found = inputs.stream().map(this::validate).toList();
        var documents = found.stream().flatMap(one -> one.documents().stream()).toList();
        var unreadable = found.stream().flatMap(one -> one.unreadable().stream()).toList();
        console.print(
                output == Format.JSON
                        ? ValidationJson.of(documents)
                        : text(documents, unreadable.isEmpty()));
        console.report(unreadable);
        if (!unreadable.isEmpty()) {
            return ExitCode.BAD_DATA;
        }
        return documents.stream().allMatch(Validation.Document::valid)
                ? ExitCode.DONE
                : ExitCode.FAILED;
    }

    private Validation validate(String file) {
        return file.equals(STANDARD_INPUT)
                ? Validation.of(file, console.in())
                : Validation.of(Path.of(file));
    }

    /// A line for each problem, as compilers print it; the last line sums up.
    private static String text(List<Validation.Document> documents, boolean complete) {
        var lines = new ArrayList<String>();
        for (var document : documents) {
            document.errors().forEach(problem -> lines.add(line("error", problem)));
            document.warnings().forEach(problem -> lines.add(line("warning", problem)));
        }
        long invalid = documents.stream().filter(document -> !document.valid()).count();
        lines.add(
                "%d %s checked, %d invalid%s."
                        .formatted(
                                documents.size(),
                                documents.size() == 1 ? "document" : "documents",
                                invalid,
                                complete ? "" : ", some input unreadable"));
        return String.join("\n", lines);
    }

    private static String line(String level, Problem problem) {
        var place = problem.place();
        var words = new ArrayList<String>();
        words.add(place.toString());
        words.add(level);
        if (!place.resource().isEmpty()) {
            words.add(place.resource());
        }
        if (!place.path().isEmpty()) {
            words.add(place.path());
        }
        words.add(problem.message() + " [" + problem.code() + "]");
        return String.join(": ", words);
    }
}
