package io.windrose.view.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of YAML by their colours, line by line; it never fails, whatever is being typed.
final class Highlight {
    private static final Pattern PAIR =
            Pattern.compile(
                    "^(\\s*(?:- +)*)(\"[^\"]*\"|'[^']*'|[^\\s#\"'{\\[&*!|>-][^#]*?)(:)(?=\\s|$)");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?[0-9][0-9_]*(\\.[0-9]+)?(ms|s|m|h)?");
    private static final Pattern WORD = Pattern.compile("true|false|null|~|yes|no|on|off");
    private static final Pattern BLOCK = Pattern.compile("(^|\\s)[|>][-+0-9]*\\s*(#.*)?$");

    private Highlight() {}

    /// A part of a line in one colour.
    ///
    /// @param start offset in the line
    /// @param end behind the last character
    /// @param style a class of the style sheet
    record Token(int start, int end, String style) {}

    /// @param inBlock whether the line is part of a block scalar
    static List<Token> line(String line, boolean inBlock) {
        var tokens = new ArrayList<Token>();
        if (inBlock) {
            add(tokens, 0, line.length(), "syn-string");
            return tokens;
        }
        var comment = comment(line);
        int end = comment < 0 ? line.length() : comment;
        var code = line.substring(0, end);
        int at = 0;
        var pair = PAIR.matcher(code);
        if (code.startsWith("---") || code.startsWith("...")) {
            add(tokens, 0, code.length(), "syn-comment");
            at = code.length();
        } else if (pair.find()) {
            add(tokens, pair.start(2), pair.end(3), "syn-key");
            at = pair.end();
        } else {
            at = dashes(code);
        }
        value(tokens, code, at);
        add(tokens, end, line.length(), "syn-comment");
        return tokens;
    }

    /// For each line whether it is inside a block scalar (`|` or `>`).
    static boolean[] blocks(List<String> lines) {
        var blocks = new boolean[lines.size()];
        int opener = -1;
        for (int i = 0; i < blocks.length; i++) {
            var line = lines.get(i);
            if (opener >= 0 && (line.isBlank() || indent(line) > opener)) {
                blocks[i] = true;
            } else {
                opener = opens(line) ? indent(line) : -1;
            }
        }
        return blocks;
    }

    private static boolean opens(String line) {
        int last = line.length() - 1;
        return last >= 0
                && (line.indexOf('|') >= 0 || line.indexOf('>') >= 0)
                && BLOCK.matcher(line).find();
    }

    private static int indent(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static int dashes(String code) {
        int i = indent(code);
        while (i < code.length() && (code.charAt(i) == '-' || code.charAt(i) == ' ')) {
            i++;
        }
        return i;
    }

    private static void value(List<Token> tokens, String code, int from) {
        int start = from;
        while (start < code.length() && Character.isWhitespace(code.charAt(start))) {
            start++;
        }
        var value = code.substring(start).stripTrailing();
        if (!value.isEmpty()) {
            add(tokens, start, start + value.length(), style(value));
        }
    }

    private static String style(String value) {
        Matcher number = NUMBER.matcher(value);
        if (number.matches()) {
            return "syn-number";
        }
        return WORD.matcher(value).matches() ? "syn-word" : "syn-string";
    }

    private static int comment(String line) {
        if (line.indexOf('#') < 0) {
            return -1;
        }
        boolean single = false;
        boolean twice = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            single ^= c == '\'' && !twice;
            twice ^= c == '"' && !single;
            if (c == '#'
                    && !single
                    && !twice
                    && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
                return i;
            }
        }
        return -1;
    }

    private static void add(List<Token> tokens, int start, int end, String style) {
        if (end > start) {
            tokens.add(new Token(start, end, style));
        }
    }
}
