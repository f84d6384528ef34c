package io.windrose.analysis.check.pitfall;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/// Amounts as Kubernetes writes them.
///
/// @see <a
///   href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Kubernetes:
///   Quantity</a>
final class Quantity {
    private static final long KIBI = 1024;
    private static final Map<String, BigDecimal> UNITS =
            Map.ofEntries(
                    Map.entry("m", new BigDecimal("0.001")),
                    Map.entry("", BigDecimal.ONE),
                    Map.entry("k", BigDecimal.valueOf(1_000)),
                    Map.entry("M", BigDecimal.valueOf(1_000_000)),
                    Map.entry("G", BigDecimal.valueOf(1_000_000_000L)),
                    Map.entry("T", BigDecimal.valueOf(1_000_000_000_000L)),
                    Map.entry("Ki", BigDecimal.valueOf(KIBI)),
                    Map.entry("Mi", BigDecimal.valueOf(KIBI * KIBI)),
                    Map.entry("Gi", BigDecimal.valueOf(KIBI * KIBI * KIBI)),
                    Map.entry("Ti", BigDecimal.valueOf(KIBI * KIBI * KIBI * KIBI)));

    private Quantity() {}

    /// Empty for what is no amount.
    static Optional<BigDecimal> of(String text) {
        int digits = 0;
        while (digits < text.length() && "0123456789.".indexOf(text.charAt(digits)) >= 0) {
            digits++;
        }
        var unit = UNITS.get(text.substring(digits));
        return digits == 0 || unit == null || !text.substring(0, digits).matches("\\d+(\\.\\d+)?")
                ? Optional.empty()
                : Optional.of(new BigDecimal(text.substring(0, digits)).multiply(unit));
    }

    /// `30`, or `54Gi` where it is whole in that unit.
    static String words(BigDecimal amount, boolean memory) {
        if (!memory) {
            return amount.stripTrailingZeros().toPlainString();
        }
        var mebi = amount.divide(UNITS.get("Mi"), 1, RoundingMode.HALF_UP);
        return mebi.stripTrailingZeros().toPlainString() + "Mi";
    }
}
