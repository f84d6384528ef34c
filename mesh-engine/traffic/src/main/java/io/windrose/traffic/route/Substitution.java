package io.windrose.traffic.route;

import com.google.re2j.Pattern;

/// The replacement text of a regular expression.
final class Substitution {

    private Substitution() {}

    /// From RE2's notation (`\1`, `\\`; one digit names a group) to RE2/J's (`$1`, `\\`; all digits
    /// that follow may name one).
    ///
    /// @throws IllegalArgumentException if `text` names a group that `pattern` does not have
    static String ofRe2(Pattern pattern, String text) {
        var result = new StringBuilder();
        boolean behindGroup = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = c == '\\' && i + 1 < text.length();
            if (escaped) {
                c = text.charAt(++i);
            }
            if (escaped && Character.isDigit(c)) {
                if (c - '0' > pattern.groupCount()) {
                    throw new IllegalArgumentException(
                            "'%s' names a group that '%s' does not have".formatted(text, pattern));
                }
                result.append('$').append(c);
                behindGroup = true;
            } else {
                boolean special = c == '$' || c == '\\' || (behindGroup && Character.isDigit(c));
                result.append(special ? "\\" : "").append(c);
                behindGroup = false;
            }
        }
        return result.toString();
    }
}
