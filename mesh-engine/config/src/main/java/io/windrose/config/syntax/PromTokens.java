package io.windrose.config.syntax;

import io.windrose.config.syntax.PromToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts an expression of Prometheus into words, numbers, texts and marks.
final class PromTokens {
    private static final Pattern BLANKS = Pattern.compile("(?:[ \\t\\r\\n]++|#[^\\n]*+)*+");
    private static final Pattern DURATION =
            Pattern.compile("(?:[0-9]+(?:ms|[smhdwy]))++(?![a-zA-Z_0-9])");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?:0[xX][0-9a-fA-F]+"
                            + "|(?:[0-9]+(?:_[0-9]+)*+(?:\\.[0-9]*+)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?)"
                            + "(?![a-zA-Z_0-9])");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z_0-9:]*+");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z_0-9]*+");
    private static final Pattern MARK = Pattern.compile("[=!]~|[=!<>]=|[-+*/%^<>=(){}\\[\\],@:]");
    private static final Pattern NO_NUMBER = Pattern.compile("(?i)inf|nan");

    private final String text;
    private final List<PromToken> tokens = new ArrayList<>();
    private int at;
    private boolean braces;
    private boolean brackets;

    private PromTokens(String text) {
        this.text = text;
    }

    /// The tokens, and one for the end; what cannot be read is one too.
    static List<PromToken> of(String text) {
        var cutter = new PromTokens(text);
        while (cutter.cut()) {
            // until the end
        }
        return cutter.tokens;
    }

    private boolean cut() {
        var blanks = BLANKS.matcher(text).region(at, text.length());
        at = blanks.lookingAt() ? blanks.end() : at;
        if (at == text.length()) {
            tokens.add(new PromToken(Kind.END, "", at));
            return false;
        }
        if (takes(Kind.DURATION, DURATION) || takes(Kind.NUMBER, NUMBER)) {
            return true;
        }
        if (takes(Kind.TEXT, PromTexts.SYNTAX)) {
            return true;
        }
        if (takes(Kind.WORD, braces || brackets ? LABEL : NAME)) {
            var last = tokens.getLast();
            if (!braces && NO_NUMBER.matcher(last.text()).matches()) {
                tokens.set(
                        tokens.size() - 1, new PromToken(Kind.NUMBER, last.text(), last.begin()));
            }
            return true;
        }
        if (takes(Kind.MARK, MARK)) {
            var mark = tokens.getLast().text();
            braces = mark.equals("{") || (braces && !mark.equals("}"));
            brackets = mark.equals("[") || (brackets && !mark.equals("]"));
            return true;
        }
        tokens.add(new PromToken(Kind.NOTHING, text.substring(at), at));
        return false;
    }

    private boolean takes(Kind kind, Pattern pattern) {
        var found = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!found.lookingAt()) {
            return false;
        }
        tokens.add(new PromToken(kind, found.group(), at));
        at = found.end();
        return true;
    }
}
