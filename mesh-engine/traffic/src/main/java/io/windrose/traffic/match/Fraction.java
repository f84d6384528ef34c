package io.windrose.traffic.match;

/// A share of requests, e.g. 50 of 100.
///
/// @param numerator how many of `denominator`; as many or more means all
/// @param denominator 100, 10,000 or 1,000,000 in Envoy's messages
public record Fraction(int numerator, int denominator) {
    public static final Fraction NEVER = new Fraction(0, 100);
    public static final Fraction ALWAYS = new Fraction(100, 100);

    public Fraction {
        if (numerator < 0 || denominator <= 0) {
            throw new IllegalArgumentException(numerator + "/" + denominator);
        }
    }

    public static Fraction percent(int percent) {
        return new Fraction(percent, 100);
    }

    /// Whether the request that drew `random` is among those meant.
    public boolean covers(long random) {
        return Long.remainderUnsigned(random, denominator) < numerator;
    }
}
