package io.windrose.config.syntax;

/// What an expression of Prometheus is worth.
enum PromType {
    SCALAR("a number"),
    /// One value for each series.
    VECTOR("values"),
    /// Several values for each series.
    RANGE("a range of time"),
    TEXT("a text");

    private final String words;

    PromType(String words) {
        this.words = words;
    }

    /// Says that `name` was given the wrong one.
    String instead(String name, PromType given) {
        if (this == RANGE) {
            return "`%s` needs a range of time, as in `[5m]`.".formatted(name);
        }
        return this == VECTOR
                ? "`%s` works on values, not on %s.".formatted(name, given.words)
                : "`%s` needs %s here, not %s.".formatted(name, words, given.words);
    }

    boolean isNumeric() {
        return this == SCALAR || this == VECTOR;
    }
}
