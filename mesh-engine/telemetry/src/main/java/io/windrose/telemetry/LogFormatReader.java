package io.windrose.telemetry;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes a format string apart: text, `%%`, and operators `%NAME%`, `%NAME(argument)%`,
/// `%NAME(argument):length%`.
final class LogFormatReader {
    private static final Pattern OPERATOR =
            Pattern.compile("%(?:%|([A-Z0-9_]+)(?:\\(([^)]*)\\))?(?::(\\d{1,6}))?%)");

    private final String format;
    private final List<LogField> fields = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();

    LogFormatReader(String format) {
        this.format = format;
    }

    Result<List<LogField>> read() {
        var operators = OPERATOR.matcher(format);
        int at = 0;
        while (at < format.length()) {
            if (format.charAt(at) != '%') {
                literal.append(format.charAt(at++));
            } else if (operators.find(at) && operators.start() == at) {
                operator(operators.group(1), operators.group(2), operators.group(3));
                at = operators.end();
            } else {
                problems.add(
                        AccessLogFormat.problem(
                                "The access log format has a lone %% at character %d: write %%%% for the sign itself, or %%NAME%% for an operator"
                                        .formatted(at + 1)));
                at++;
            }
        }
        endLiteral();
        return Result.of(fields, problems);
    }

    private void operator(
            @Nullable String name, @Nullable String argument, @Nullable String length) {
        if (name == null) {
            literal.append('%');
            return;
        }
        endLiteral();
        LogFields.named(name, argument == null ? "" : argument)
                .map(field -> length == null ? field : field.cutTo(Integer.parseInt(length)))
                .ifPresentOrElse(
                        fields::add,
                        () ->
                                problems.add(
                                        AccessLogFormat.problem(
                                                "The access log operator %s is not known"
                                                        .formatted(shown(name, argument)))));
    }

    private static String shown(String name, @Nullable String argument) {
        return argument == null ? name : name + "(" + argument + ")";
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            fields.add(LogField.literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
