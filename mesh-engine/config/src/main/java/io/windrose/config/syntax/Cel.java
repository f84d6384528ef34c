package io.windrose.config.syntax;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a text is an expression of CEL: its grammar and how macros are used, which is what Istio
/// asks of it, and not types.
///
/// The library behind it takes about a third of a second when it is first asked.
///
/// @see <a href="https://github.com/google/cel-spec/blob/master/doc/langdef.md">CEL's grammar</a>
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pkg/config/validation/validation_istiod.go`, `validateTelemetryFilter`, which parses
public final class Cel {
    private static final int LONGEST = 20_000;
    private static final CelParser PARSER =
            CelParserFactory.standardCelParserBuilder()
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                    .setOptions(CelOptions.current().maxExpressionCodePointSize(LONGEST).build())
                    .build();

    /// How the parser says that something stands where it should not.
    private static final Pattern UNEXPECTED =
            Pattern.compile(
                    "(?:mismatched|extraneous) input|no viable alternative at input"
                            + "|token recognition error at:");

    /// The words of the grammar that it would take instead.
    private static final Pattern EXPECTED = Pattern.compile(" expecting \\{.*|\\.$");

    private Cel() {}

    /// What became of a text.
    ///
    /// @param fault empty for an expression
    /// @param names that the expression gets from outside, each with the offset of its first use,
    ///   in that order; functions are not among them
    public record Parsed(Optional<Fault> fault, Map<String, Integer> names) {}

    /// @param at offset in the text, its length at most
    /// @param message a sentence
    public record Fault(int at, String message) {}

    public static Parsed parse(String text) {
        var result = PARSER.parse(text);
        try {
            return result.hasError()
                    ? new Parsed(Optional.of(fault(text, result)), Map.of())
                    : new Parsed(Optional.empty(), CelNames.of(text, result.getAst()));
        } catch (CelValidationException error) {
            throw new IllegalStateException(error);
        }
    }

    private static Fault fault(String text, CelValidationResult result) {
        var first = result.getErrors().getFirst();
        int at = result.getSource().getLocationOffset(first.getSourceLocation()).orElse(0);
        var reason = UNEXPECTED.matcher(first.getMessage()).replaceFirst("unexpected");
        return new Fault(
                text.offsetByCodePoints(0, at),
                "This is not CEL: %s."
                        .formatted(
                                EXPECTED.matcher(reason)
                                        .replaceFirst("")
                                        .replaceAll("'?<EOF>'?", "end")));
    }
}
