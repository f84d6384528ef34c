package io.windrose.canvas;

import io.windrose.topology.Edge;
import io.windrose.topology.display.Curve;
import io.windrose.topology.display.Paint;
import io.windrose.topology.layout.Area;
import io.windrose.topology.traffic.Protocol;
import org.jspecify.annotations.Nullable;

/// The dots of one edge: how fast they run and how close they follow one another.
final class Flow {
    /// Pixels a second at 100 %, from the quietest to the busiest edge.
    private static final double SLOWEST = 40;

    private static final double FASTEST = 160;

    /// Requests per second from which dots run no faster.
    private static final double FULL_SPEED = 1_000;

    /// Dots a second on the busiest edge of the picture; the others in proportion.
    private static final double MOST_DOTS = 2.4;

    private static final double FEWEST_DOTS = 0.3;
    private static final double LEAST_SPACE = 16;
    private static final int PIECES = 32;

    private final double[] x = new double[PIECES + 1];
    private final double[] y = new double[PIECES + 1];
    private final Area hull;
    private final double[] lengths = new double[PIECES + 1];
    private final @Nullable Area label;
    private final boolean dimmed;
    private final double speed;
    private final double space;
    private final Paint paint;
    private final Paint errorPaint;
    private final long errorEvery;

    /// @param busiest the highest rate of that unit in the picture, as [#weight] counts
    /// @param label hides what runs under it; null for none
    Flow(Edge edge, Curve curve, @Nullable Area label, double busiest, boolean dimmed) {
        this.label = label;
        this.hull = curve.hull();
        this.dimmed = dimmed;
        for (int at = 0; at <= PIECES; at++) {
            double t = (double) at / PIECES;
            x[at] = curve.x(t);
            y[at] = curve.y(t);
            if (at > 0) {
                lengths[at] = lengths[at - 1] + Math.hypot(x[at] - x[at - 1], y[at] - y[at - 1]);
            }
        }
        double weight = weight(edge);
        speed = speed(weight);
        double dots = Math.max(FEWEST_DOTS, MOST_DOTS * weight / Math.max(weight, busiest));
        space = Math.max(LEAST_SPACE, speed / dots);
        paint = colour(edge.key().protocol());
        errorPaint = Paint.FAILING;
        double errors = edge.traffic().errorPercent();
        errorEvery = errors < 0.5 ? 0 : Math.max(1, Math.round(100 / errors));
    }

    /// Requests per second; a kilobyte per second of TCP counts as one.
    static double weight(Edge edge) {
        double rate = edge.traffic().ratePerSecond();
        return edge.key().protocol() == Protocol.TCP ? rate / 1_000 : rate;
    }

    /// Pixels a second at 100 %, by the logarithm of the rate.
    static double speed(double weight) {
        double share = Math.min(1, Math.log10(1 + weight) / Math.log10(1 + FULL_SPEED));
        return SLOWEST + (FASTEST - SLOWEST) * share;
    }

    /// Where its dots may be.
    Area hull() {
        return hull;
    }

    boolean isDimmed() {
        return dimmed;
    }

    /// Hands over each dot that can be seen at that moment.
    ///
    /// @param seconds since the dots began to run
    void forEachDot(double seconds, Dot dot) {
        double run = seconds * speed;
        long first = (long) Math.floor(run / space);
        double end = lengths[PIECES];
        int piece = 1;
        long number = first;
        for (double at = run - first * space; at < end; at += space, number--) {
            while (lengths[piece] < at && piece < PIECES) {
                piece++;
            }
            double share =
                    (at - lengths[piece - 1]) / Math.max(1e-9, lengths[piece] - lengths[piece - 1]);
            double dotX = x[piece - 1] + share * (x[piece] - x[piece - 1]);
            double dotY = y[piece - 1] + share * (y[piece] - y[piece - 1]);
            if (label == null || !HitIndex.holds(label, dotX, dotY)) {
                boolean failed = errorEvery > 0 && Math.floorMod(number, errorEvery) == 0;
                dot.at(dotX, dotY, failed ? errorPaint : paint);
            }
        }
    }

    /// Takes one dot.
    interface Dot {
        void at(double x, double y, Paint paint);
    }

    private static Paint colour(Protocol protocol) {
        return switch (protocol) {
            case HTTP -> Paint.HTTP;
            case GRPC -> Paint.GRPC;
            case TCP -> Paint.TCP;
        };
    }
}
