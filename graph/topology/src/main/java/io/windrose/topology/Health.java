package io.windrose.topology;

import java.util.Locale;

/// How ill something is, and why.
///
/// @param because the figure that decided and its limit, for people; empty when there is nothing to
///   say
public record Health(Status status, String because) {
    public static final Health NONE = new Health(Status.NONE, "");
    public static final Health HEALTHY = new Health(Status.HEALTHY, "");

    /// From nothing known to worst.
    public enum Status {
        /// Nothing was asked of it, or it cannot be judged.
        NONE,
        HEALTHY,
        DEGRADED,
        FAILING;

        /// `none`, `healthy`, `degraded` or `failing`.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Health worse(Health other) {
        return other.status.compareTo(status) > 0 ? other : this;
    }
}
