package io.windrose.analysis.check.security;

import io.windrose.traffic.match.StringMatch;
import java.util.Locale;
import java.util.Optional;

/// Texts: all that a condition matches, and perhaps more.
///
/// @param text each [#ANY] in it stands for any text
/// @param ignoreCase whether the case of letters does not count
record Glob(String text, boolean ignoreCase) {
    /// No text of a request has this character.
    static final char ANY = '\0';

    private static final int MOST_WILDCARDS = 6;

    /// Empty for a pattern of another form than the engine's translation writes.
    static Optional<Glob> of(StringMatch match) {
        return switch (match) {
            case StringMatch.Exact(var value, var ignoreCase) -> glob(value, ignoreCase);
            case StringMatch.Prefix(var value, var ignoreCase) -> glob(value + ANY, ignoreCase);
            case StringMatch.Suffix(var value, var ignoreCase) -> glob(ANY + value, ignoreCase);
            case StringMatch.Contains(var value, var ignoreCase) ->
                    glob(ANY + value + ANY, ignoreCase);
            case StringMatch.Regex regex -> ofRegex(regex.text());
        };
    }

    private static Optional<Glob> glob(String text, boolean ignoreCase) {
        return Optional.of(new Glob(text, ignoreCase));
    }

    /// Of literals, `.*`, `.+` and groups of these.
    private static Optional<Glob> ofRegex(String regex) {
        var text = new StringBuilder();
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            switch (c) {
                case '\\' -> text.append(regex.charAt(++i));
                case '.' -> {
                    text.append(ANY);
                    i++;
                }
                case '(' -> {
                    text.append(ANY);
                    i = regex.indexOf(')', i);
                }
                case '?' -> {}
                case '[', '{', '|', '*', '+', '^', '$' -> {
                    return Optional.empty();
                }
                default -> text.append(c);
            }
        }
        return glob(text.toString(), false);
    }

    /// Whether each of these texts matches, by the engine's own matching: a character that no
    /// condition names stands for any text, and so does nothing. False where that is not certain.
    boolean isWithin(StringMatch match) {
        int wildcards = (int) text.chars().filter(c -> c == ANY).count();
        var other = of(match);
        if (wildcards > MOST_WILDCARDS
                || other.isEmpty()
                || (ignoreCase && !other.orElseThrow().ignoreCase)) {
            return false;
        }
        for (int filled = 0; filled < 1 << wildcards; filled++) {
            if (!match.matches(fill(filled))) {
                return false;
            }
        }
        return true;
    }

    /// @param filled a bit for each wildcard that stays; the others become nothing
    private String fill(int filled) {
        var out = new StringBuilder();
        int bits = filled;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ANY) {
                out.append(c);
                continue;
            }
            if ((bits & 1) == 1) {
                out.append(ANY);
            }
            bits >>= 1;
        }
        return out.toString();
    }

    /// Whether some text may be in both.
    boolean meets(Glob other) {
        boolean loose = ignoreCase || other.ignoreCase;
        var one = loose ? text.toLowerCase(Locale.ROOT) : text;
        var two = loose ? other.text.toLowerCase(Locale.ROOT) : other.text;
        var before = new boolean[two.length() + 1];
        for (int i = one.length(); i >= 0; i--) {
            var row = new boolean[two.length() + 1];
            for (int j = two.length(); j >= 0; j--) {
                row[j] = meets(one, two, i, j, row, before);
            }
            before = row;
        }
        return before[0];
    }

    /// Whether what is behind `i` and `j` may be the same.
    ///
    /// @param row answers for `i`, as far as behind `j`
    /// @param next answers for what is behind `i + 1`
    private static boolean meets(
            String one, String two, int i, int j, boolean[] row, boolean[] next) {
        boolean oneEnds = i == one.length();
        boolean twoEnds = j == two.length();
        if (oneEnds && twoEnds) {
            return true;
        }
        if (!oneEnds && one.charAt(i) == ANY) {
            return next[j] || (!twoEnds && row[j + 1]);
        }
        if (!twoEnds && two.charAt(j) == ANY) {
            return row[j + 1] || (!oneEnds && next[j]);
        }
        return !oneEnds && !twoEnds && one.charAt(i) == two.charAt(j) && next[j + 1];
    }
}
