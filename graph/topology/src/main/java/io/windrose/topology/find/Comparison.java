package io.windrose.topology.find;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a value is compared with what the user typed.
enum Comparison {
    NOT_CONTAINS("!*="),
    NOT_STARTS("!^="),
    NOT_ENDS("!$="),
    NOT_EQUAL("!="),
    CONTAINS("*="),
    STARTS("^="),
    ENDS("$="),
    AT_LEAST(">="),
    AT_MOST("<="),
    MORE(">"),
    LESS("<"),
    EQUAL("=");

    /// Longest first, so that `!=` is not read as `!` and `=`.
    static final List<Comparison> ALL = List.of(values());

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    /// @param word `contains`, `startswith` or `endswith`
    static Optional<Comparison> ofWord(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "contains" -> Optional.of(CONTAINS);
            case "startswith" -> Optional.of(STARTS);
            case "endswith" -> Optional.of(ENDS);
            default -> Optional.empty();
        };
    }

    Comparison negated() {
        return switch (this) {
            case NOT_CONTAINS -> CONTAINS;
            case NOT_STARTS -> STARTS;
            case NOT_ENDS -> ENDS;
            case NOT_EQUAL -> EQUAL;
            case CONTAINS -> NOT_CONTAINS;
            case STARTS -> NOT_STARTS;
            case ENDS -> NOT_ENDS;
            case AT_LEAST -> LESS;
            case AT_MOST -> MORE;
            case MORE -> AT_MOST;
            case LESS -> AT_LEAST;
            case EQUAL -> NOT_EQUAL;
        };
    }

    boolean isForNumbersOnly() {
        return this == AT_LEAST || this == AT_MOST || this == MORE || this == LESS;
    }

    boolean isForTextOnly() {
        return !isForNumbersOnly() && this != EQUAL && this != NOT_EQUAL;
    }

    boolean holds(String left, String right) {
        return switch (this) {
            case EQUAL -> left.equals(right);
            case NOT_EQUAL -> !left.equals(right);
            case CONTAINS -> left.contains(right);
            case NOT_CONTAINS -> !left.contains(right);
            case STARTS -> left.startsWith(right);
            case NOT_STARTS -> !left.startsWith(right);
            case ENDS -> left.endsWith(right);
            case NOT_ENDS -> !left.endsWith(right);
            case MORE, LESS, AT_LEAST, AT_MOST ->
                    throw new IllegalStateException(symbol + " compares numbers");
        };
    }

    /// Numbers are equal when they agree to one part in a thousand, since rates are measured.
    boolean holds(double left, double right) {
        boolean equal = Math.abs(left - right) <= 0.001 * Math.max(1, Math.abs(right));
        return switch (this) {
            case EQUAL -> equal;
            case NOT_EQUAL -> !equal;
            case MORE -> left > right;
            case LESS -> left < right;
            case AT_LEAST -> left >= right;
            case AT_MOST -> left <= right;
            case CONTAINS, NOT_CONTAINS, STARTS, NOT_STARTS, ENDS, NOT_ENDS ->
                    throw new IllegalStateException(symbol + " compares text");
        };
    }
}
