package io.windrose.config.tree;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Objects of JSON that follow one another with nothing or blanks between them, as a program prints
/// them one by one.
///
/// @see <a href="https://github.com/kubernetes/apimachinery">Kubernetes</a>
///   `pkg/util/yaml/decoder.go`, `YAMLOrJSONDecoder`
final class JsonStream {
    private static final int DEEPEST = 300;

    private final String text;

    /// For each open bracket, from the outermost, whether it is one of an object.
    private final BitSet objects = new BitSet();

    private int depth;
    private int at;

    private enum Next {
        VALUE,
        FIRST_ITEM,
        KEY,
        FIRST_KEY,
        COLON,
        COMMA
    }

    private JsonStream(String text) {
        this.text = text;
    }

    /// Where the pieces of a text begin that are to be read one by one: at its beginning, and at
    /// each `{` behind an object of JSON, as long as nothing else stands before it.
    ///
    /// @return ascending, the first is 0
    static List<Integer> pieces(String text) {
        var stream = new JsonStream(text);
        var starts = new ArrayList<Integer>();
        starts.add(0);
        stream.skipBlanks();
        while (stream.isAt('{') && stream.skipObject()) {
            stream.skipBlanks();
            if (stream.isAt('{')) {
                starts.add(stream.at);
            }
        }
        return starts;
    }

    /// @return whether one stood there; if not, the place is anywhere
    private boolean skipObject() {
        var next = Next.VALUE;
        do {
            skipBlanks();
            boolean fits =
                    switch (next) {
                        case VALUE -> opens() ? open() : skipString() || skipWord();
                        case FIRST_ITEM -> !isAt(']') || close();
                        case FIRST_KEY -> !isAt('}') || close();
                        case KEY -> skipString();
                        case COLON -> skip(':');
                        case COMMA -> isAt(inObject() ? '}' : ']') ? close() : skip(',');
                    };
            if (!fits) {
                return false;
            }
            next = after(next);
        } while (depth > 0);
        return true;
    }

    private Next after(Next last) {
        char before = text.charAt(at - 1);
        return switch (last) {
            case VALUE ->
                    before == '{' ? Next.FIRST_KEY : before == '[' ? Next.FIRST_ITEM : Next.COMMA;
            case FIRST_ITEM -> before == ']' ? Next.COMMA : Next.VALUE;
            case FIRST_KEY -> before == '}' ? Next.COMMA : Next.KEY;
            case KEY -> Next.COLON;
            case COLON -> Next.VALUE;
            case COMMA -> before != ',' ? Next.COMMA : inObject() ? Next.KEY : Next.VALUE;
        };
    }

    private boolean inObject() {
        return objects.get(depth - 1);
    }

    private boolean opens() {
        return isAt('{') || isAt('[');
    }

    private boolean open() {
        objects.set(depth, isAt('{'));
        depth++;
        at++;
        return depth <= DEEPEST;
    }

    private boolean close() {
        depth--;
        at++;
        return true;
    }

    private boolean skipString() {
        if (!skip('"')) {
            return false;
        }
        while (at < text.length() && text.charAt(at) >= ' ' && !isAt('"')) {
            at += isAt('\\') ? 2 : 1;
        }
        return skip('"');
    }

    /// A number or one of the three words.
    private boolean skipWord() {
        int start = at;
        while (at < text.length() && isOfWord(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            return false;
        }
        char first = text.charAt(start);
        return first == '-'
                || (first >= '0' && first <= '9')
                || switch (text.substring(start, at)) {
                    case "true", "false", "null" -> true;
                    default -> false;
                };
    }

    private static boolean isOfWord(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || c == 'E'
                || c == '+'
                || c == '-'
                || c == '.';
    }

    private boolean skip(char c) {
        if (isAt(c)) {
            at++;
            return true;
        }
        return false;
    }

    private boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void skipBlanks() {
        while (isAt(' ') || isAt('\n') || isAt('\r') || isAt('\t')) {
            at++;
        }
    }
}
