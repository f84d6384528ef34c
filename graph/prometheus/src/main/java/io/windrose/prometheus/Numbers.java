package io.windrose.prometheus;

/// Numbers as Prometheus writes them: Go's spelling of infinity included.
final class Numbers {
    private Numbers() {}

    /// @return NaN when it is none
    static double parse(String text) {
        return switch (text) {
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                try {
                    yield Double.parseDouble(text);
                } catch (NumberFormatException notOne) {
                    yield Double.NaN;
                }
            }
        };
    }
}
