package io.windrose.config.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the functions of Prometheus take: those of its version 3, also the experimental ones, and
/// those that older versions had.
///
/// @see <a href="https://prometheus.io/docs/prometheus/latest/querying/functions/">Prometheus'
///   functions</a>
final class PromFunctions {
    private static final Map<String, PromFunction> ALL = all();

    private PromFunctions() {}

    static Optional<PromFunction> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /// The function whose name differs least.
    static Optional<String> nearest(String name) {
        return Spelling.nearest(name, ALL.keySet());
    }

    private static Map<String, PromFunction> all() {
        var all = new HashMap<String, PromFunction>();
        List.of(
                        "v: abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor"
                                + " histogram_avg histogram_count histogram_stddev histogram_stdvar"
                                + " histogram_sum ln log10 log2 rad sgn sin sinh sort sort_desc sqrt"
                                + " tan tanh timestamp",
                        "v?: day_of_month day_of_week day_of_year days_in_month hour minute month"
                                + " year",
                        "m: absent_over_time avg_over_time changes count_over_time delta deriv"
                                + " first_over_time idelta increase irate last_over_time"
                                + " mad_over_time max_over_time min_over_time present_over_time rate"
                                + " resets stddev_over_time stdvar_over_time sum_over_time"
                                + " ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time"
                                + " ts_of_min_over_time",
                        "ms: predict_linear",
                        "mss: double_exponential_smoothing holt_winters",
                        "sm: quantile_over_time",
                        "sv: histogram_quantile",
                        "ssv: histogram_fraction",
                        "vtss*: histogram_quantiles",
                        "vs: clamp_max clamp_min",
                        "vss: clamp",
                        "vs?: round",
                        "vv?: info",
                        "vt*: sort_by_label sort_by_label_desc",
                        "vttt*: label_join",
                        "vtttt: label_replace")
                .forEach(line -> put(all, line, PromType.VECTOR));
        List.of("v: scalar", ": pi time").forEach(line -> put(all, line, PromType.SCALAR));
        put(all, "s: vector", PromType.VECTOR);
        return Map.copyOf(all);
    }

    private static void put(Map<String, PromFunction> all, String line, PromType result) {
        int colon = line.indexOf(':');
        for (var name : line.substring(colon + 2).split(" ", -1)) {
            all.put(name, PromFunction.of(name, line.substring(0, colon), result));
        }
    }
}
