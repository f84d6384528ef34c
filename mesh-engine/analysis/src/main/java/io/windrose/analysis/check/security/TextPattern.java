package io.windrose.analysis.check.security;

/// A value of an AuthorizationPolicy: a text, or one with any text before or behind it.
///
/// @param text `word`, `word*`, `*word` or `*`; the last one matches any text but the empty
record TextPattern(String text) {

    boolean isExact() {
        return !text.startsWith("*") && !text.endsWith("*");
    }

    boolean matches(String value) {
        if (text.equals("*")) {
            return !value.isEmpty();
        }
        if (text.startsWith("*")) {
            return value.endsWith(text.substring(1));
        }
        return text.endsWith("*")
                ? value.startsWith(text.substring(0, text.length() - 1))
                : value.equals(text);
    }

    /// Whether every text that `other` matches is one that this matches.
    boolean covers(TextPattern other) {
        if (other.isExact()) {
            return matches(other.text);
        }
        if (text.equals("*")) {
            return true;
        }
        boolean sameSide = text.startsWith("*") == other.text.startsWith("*");
        return !isExact()
                && sameSide
                && !other.text.equals("*")
                && (text.startsWith("*")
                        ? other.text.endsWith(text.substring(1))
                        : other.text.startsWith(text.substring(0, text.length() - 1)));
    }

    /// Whether no text can match both; false where that is not certain.
    boolean isApartFrom(TextPattern other) {
        if (isExact()) {
            return !other.matches(text);
        }
        return other.isExact() && !matches(other.text);
    }
}
