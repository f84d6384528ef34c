package io.windrose.config.syntax;

import java.util.ArrayDeque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How often a regular expression repeats its innermost part when `{n}` stands within `{n}`: RE2
/// writes each of them out, so that it takes a thousand at most.
///
/// @see <a href="https://github.com/google/re2/wiki/Syntax">RE2's syntax</a>, "Implementation
///   restriction"
final class Repeats {
    static final int MOST = 1000;

    private static final Pattern COUNT = Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?}");

    /// The most that was found in each of the groups that are open.
    private final ArrayDeque<Integer> groups = new ArrayDeque<>();

    private int last = 1;

    private Repeats() {
        groups.push(1);
    }

    /// @return whether more than [#MOST] copies are asked for; not whether the expression is one
    static boolean areTooMany(String expression) {
        return new Repeats().find(expression);
    }

    private boolean find(String text) {
        var count = COUNT.matcher(text);
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> {
                    i++;
                    last = 1;
                }
                case '[' -> {
                    i = Math.max(i, endOfClass(text, i));
                    last = 1;
                }
                case '(' -> {
                    groups.push(1);
                    last = 1;
                }
                case ')' -> {
                    last = groups.size() > 1 ? groups.pop() : 1;
                    note();
                }
                case '{' -> {
                    if (count.region(i, text.length()).lookingAt()) {
                        long copies =
                                (long) last * Math.max(1, copies(count.group(1), count.group(2)));
                        if (copies > MOST) {
                            return true;
                        }
                        last = (int) copies;
                        note();
                        i = count.end() - 1;
                    }
                }
                case '*', '+', '?' -> {
                    // the part before it is repeated, but not copied
                }
                default -> last = 1;
            }
        }
        return false;
    }

    private void note() {
        groups.push(Math.max(groups.pop(), last));
    }

    private static int copies(String least, @Nullable String most) {
        return Integer.parseInt(most == null || most.isEmpty() ? least : most);
    }

    private static int endOfClass(String text, int from) {
        return text.indexOf(']', from + 2);
    }
}
