package io.windrose.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "version", description = "Prints the version of this program and of its Java.")
final class VersionCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = {"-o", "--output"},
            description = "json for scripts; otherwise one line.",
            defaultValue = "text")
    private String output = "text";

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var java = Runtime.version().toString();
        console.print(
                output.equals("json")
                        ? "{\"version\":\"%s\",\"java\":\"%s\"}".formatted(Version.text(), java)
                        : "windrose %s (Java %s)".formatted(Version.text(), java));
        return ExitCode.DONE;
    }
}
