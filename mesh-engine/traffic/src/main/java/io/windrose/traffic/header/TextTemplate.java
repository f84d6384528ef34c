package io.windrose.traffic.header;

import java.util.ArrayList;
import java.util.List;

/// A text with commands such as `%REQ(:METHOD)%` in it, as in access log formats; `%%` is a percent
/// sign.
///
/// @param source the text as it was written
/// @param parts literals and commands in order
public record TextTemplate(String source, List<Part> parts) {

    /// A piece of the text.
    public sealed interface Part {}

    public record Literal(String text) implements Part {}

    /// @param name e.g. `REQ`
    /// @param argument what stands in parentheses; empty when there are none
    /// @param maxLength how many characters at most; -1 for all
    public record Command(String name, String argument, int maxLength) implements Part {}

    /// What a command stands for in one message.
    @FunctionalInterface
    public interface Values {
        /// @return empty when there is no value
        String value(Command command);
    }

    public TextTemplate {
        parts = List.copyOf(parts);
    }

    /// @throws IllegalArgumentException with a sentence for the author if `text` is not well formed
    public static TextTemplate parse(String text) {
        var parts = new ArrayList<Part>();
        var literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '%') {
                literal.append(c);
                at++;
            } else if (text.startsWith("%%", at)) {
                literal.append('%');
                at += 2;
            } else {
                if (!literal.isEmpty()) {
                    parts.add(new Literal(literal.toString()));
                    literal.setLength(0);
                }
                int end = commandEnd(text, at + 1);
                parts.add(command(text.substring(at + 1, end)));
                at = end + 1;
            }
        }
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
        }
        return new TextTemplate(text, parts);
    }

    public boolean isLiteral() {
        return parts.isEmpty() || (parts.size() == 1 && parts.getFirst() instanceof Literal);
    }

    public String render(Values values) {
        if (parts.size() == 1 && parts.getFirst() instanceof Literal(var text)) {
            return text;
        }
        var rendered = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Literal(var text) -> rendered.append(text);
                case Command command -> {
                    var value = values.value(command);
                    int max = command.maxLength();
                    rendered.append(
                            value, 0, max < 0 ? value.length() : Math.min(max, value.length()));
                }
            }
        }
        return rendered.toString();
    }

    /// The percent sign that closes the command; one inside parentheses does not count.
    private static int commandEnd(String text, int start) {
        int depth = 0;
        for (int at = start; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case '%' -> {
                    if (depth <= 0) {
                        return at;
                    }
                }
                default -> {}
            }
        }
        throw new IllegalArgumentException("the command in '" + text + "' has no closing %");
    }

    private static Command command(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        int lengthAt = text.indexOf(':', Math.max(close, 0));
        int max = -1;
        if (lengthAt >= 0) {
            var digits = text.substring(lengthAt + 1);
            if (!digits.chars().allMatch(Character::isDigit) || digits.isEmpty()) {
                throw new IllegalArgumentException(
                        "'" + digits + "' in %" + text + "% should be a length");
            }
            max = Integer.parseInt(digits);
        }
        var head = lengthAt < 0 ? text : text.substring(0, lengthAt);
        if (open < 0 || close < open) {
            return new Command(head, "", max);
        }
        return new Command(text.substring(0, open), text.substring(open + 1, close), max);
    }
}
