package io.windrose.topology.display;

import io.windrose.topology.Edge;
import io.windrose.topology.MtlsMode;
import org.jspecify.annotations.Nullable;

/// How much of an edge is mutual TLS: measured where a destination reported it, else as far as the
/// configuration leaves no choice.
///
/// @param body filled; null for what nobody measured
/// @param paint while nothing worse is to be said of the edge
record Lock(Glyph outline, @Nullable Glyph body, Paint paint) {
    static final Lock ALL = new Lock(Glyph.LOCK, Glyph.LOCK_BODY, Paint.MTLS);
    static final Lock MIXED = new Lock(Glyph.LOCK, Glyph.LOCK_LEFT, Paint.MTLS_MIXED);
    static final Lock NONE = new Lock(Glyph.LOCK_OPEN, Glyph.LOCK_BODY, Paint.MTLS_NONE);
    static final Lock ASKED = new Lock(Glyph.LOCK, null, Paint.TEXT_3);
    static final Lock WAIVED = new Lock(Glyph.LOCK_OPEN, null, Paint.TEXT_3);

    /// Beyond these percents a share rounds to none and to all.
    private static final double NONE_BELOW = 0.05;

    private static final double ALL_FROM = 99.95;

    /// @param configured of the target
    static @Nullable Lock of(Edge edge, MtlsMode configured) {
        var measured = edge.traffic().mtlsPercent();
        if (measured.isPresent()) {
            double percent = measured.getAsDouble();
            return percent >= ALL_FROM ? ALL : percent < NONE_BELOW ? NONE : MIXED;
        }
        return switch (configured) {
            case STRICT -> ASKED;
            case DISABLE -> WAIVED;
            case PERMISSIVE, UNKNOWN -> null;
        };
    }
}
