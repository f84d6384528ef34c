package io.windrose.traffic.route;

/// The replacement text of a regular expression.
final class Substitution {

    private Substitution() {}

    /// From RE2's notation (`\1`, `\\`) to RE2/J's (`$1`, `\\`).
    static String ofRe2(String text) {
        var result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                result.append(Character.isDigit(next) ? "${" + next + "}" : "\\" + next);
            } else {
                result.append(c == '$' ? "\\$" : String.valueOf(c));
            }
        }
        return result.toString();
    }
}
