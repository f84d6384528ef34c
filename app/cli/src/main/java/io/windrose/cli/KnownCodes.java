package io.windrose.cli;

import io.windrose.analysis.Code;
import io.windrose.config.syntax.Spelling;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Whether words of a command line are codes of findings.
final class KnownCodes {
    private KnownCodes() {}

    /// @return a sentence for each that is not
    static List<String> unknown(Collection<String> codes) {
        return codes.stream()
                .filter(code -> !Code.ids().contains(code))
                .map(code ->
                        "there is no code `%s`; %s"
                                .formatted(
                                        code,
                                        Spelling.nearest(code, Code.ids())
                                                .map(near -> "did you mean `" + near + "`?")
                                                .orElse("codes look like IST0101 or WR0101.")))
                .toList();
    }

    /// @throws ParameterException for the first that is not
    static void require(String option, Collection<String> codes, CommandSpec command) {
        unknown(codes).stream()
                .findFirst()
                .ifPresent(why -> {
                    throw new ParameterException(command.commandLine(), option + ": " + why);
                });
    }
}
