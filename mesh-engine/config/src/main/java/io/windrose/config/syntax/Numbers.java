package io.windrose.config.syntax;

import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ScalarType;
import java.math.BigInteger;
import java.util.Optional;

/// The numbers that scalars stand for.
public final class Numbers {
    private Numbers() {}

    /// @return empty for text, and for numbers with a fraction
    public static Optional<BigInteger> whole(Scalar scalar) {
        return switch (scalar.type()) {
            case INTEGER -> Optional.of(ScalarType.integer(scalar.text()));
            case DECIMAL -> integral(decimal(scalar.text()));
            default -> Optional.empty();
        };
    }

    /// @return NaN for text, for `.nan` and for the infinities, which no field accepts
    public static double decimal(Scalar scalar) {
        return switch (scalar.type()) {
            case INTEGER -> ScalarType.integer(scalar.text()).doubleValue();
            case DECIMAL -> decimal(scalar.text());
            default -> Double.NaN;
        };
    }

    public static boolean within(BigInteger value, long min, long max) {
        return value.bitLength() <= Long.SIZE - 1
                && value.longValue() >= min
                && value.longValue() <= max;
    }

    /// Says that a number is too small or too large.
    public static String outside(Scalar scalar, double min, double max) {
        return max == Double.MAX_VALUE
                ? "%s is not at least %s.".formatted(scalar.text(), plain(min))
                : "%s is not from %s to %s.".formatted(scalar.text(), plain(min), plain(max));
    }

    /// Without a fraction where there is none.
    public static String plain(double limit) {
        return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
    }

    private static Optional<BigInteger> integral(double value) {
        return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
                ? Optional.of(BigInteger.valueOf((long) value))
                : Optional.empty();
    }

    private static double decimal(String text) {
        var digits = text.replace("_", "");
        return digits.contains(".i")
                        || digits.contains(".I")
                        || digits.startsWith(".n")
                        || digits.startsWith(".N")
                ? Double.NaN
                : Double.parseDouble(digits);
    }
}
