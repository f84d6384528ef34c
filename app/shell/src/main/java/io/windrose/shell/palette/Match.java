package io.windrose.shell.palette;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/// How well a text answers what somebody typed.
///
/// Every typed word must occur, or else every typed letter in order. Words that begin alike come
/// before words that merely contain the letters, and short texts before long ones.
final class Match {
    private static final int WHOLE = 1000;
    private static final int PREFIX = 800;
    private static final int WORD = 600;
    private static final int INSIDE = 400;
    private static final int WORDS = 250;
    private static final int SCATTERED = 100;
    private static final int LENGTH_LIMIT = 90;

    private Match() {}

    /// @return more is better; empty when it is no answer
    static OptionalInt score(String typed, String text) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        var given = text.toLowerCase(Locale.ROOT);
        int shortness = LENGTH_LIMIT - Math.min(LENGTH_LIMIT, given.length());
        if (wanted.isEmpty()) {
            return OptionalInt.of(0);
        }
        if (given.equals(wanted)) {
            return OptionalInt.of(WHOLE);
        }
        int at = given.indexOf(wanted);
        if (at == 0) {
            return OptionalInt.of(PREFIX + shortness);
        }
        if (at > 0) {
            boolean beginsWord = !Character.isLetterOrDigit(given.charAt(at - 1));
            return OptionalInt.of((beginsWord ? WORD : INSIDE) + shortness);
        }
        if (Arrays.stream(wanted.split(" +")).allMatch(given::contains)) {
            return OptionalInt.of(WORDS + shortness);
        }
        return scattered(wanted, given)
                ? OptionalInt.of(SCATTERED + shortness)
                : OptionalInt.empty();
    }

    /// Each typed letter in order, the first at the start of a word.
    private static boolean scattered(String wanted, String given) {
        int next = 0;
        for (int i = 0; i < given.length() && next < wanted.length(); i++) {
            boolean beginsWord = i == 0 || !Character.isLetterOrDigit(given.charAt(i - 1));
            char letter = wanted.charAt(next);
            if (letter == ' ') {
                next++;
                letter = next < wanted.length() ? wanted.charAt(next) : letter;
            }
            if (given.charAt(i) == letter && (next > 0 || beginsWord)) {
                next++;
            }
        }
        return next == wanted.length();
    }
}
