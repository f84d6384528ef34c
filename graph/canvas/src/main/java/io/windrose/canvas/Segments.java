package io.windrose.canvas;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;

/// Path data, read once: moves, lines, curves and closings with their numbers; arcs have become
/// curves.
final class Segments {
    private static final double QUARTER = Math.PI / 2;

    private char[] kinds = new char[8];
    private double[] numbers = new double[32];
    private int kindCount;
    private int numberCount;
    private double x;
    private double y;
    private double startX;
    private double startY;

    private Segments() {}

    /// @param data with the absolute commands M, L, C, Q, A and Z, all words apart by blanks
    static Segments parse(String data) {
        var segments = new Segments();
        var words = new Words(data);
        while (words.hasNext()) {
            segments.read(words.letter(), words);
        }
        return segments;
    }

    private void read(char command, Words words) {
        switch (command) {
            case 'M' -> {
                startX = words.number();
                startY = words.number();
                add('M', startX, startY);
            }
            case 'L' -> add('L', words.number(), words.number());
            case 'Q' -> add('Q', words.number(), words.number(), words.number(), words.number());
            case 'C' ->
                    add(
                            'C',
                            words.number(),
                            words.number(),
                            words.number(),
                            words.number(),
                            words.number(),
                            words.number());
            case 'A' -> {
                double radius = words.number();
                words.number();
                words.number();
                boolean large = words.number() != 0;
                boolean sweep = words.number() != 0;
                arc(radius, large, sweep, words.number(), words.number());
            }
            case 'Z' -> {
                add('Z');
                x = startX;
                y = startY;
            }
            default -> throw new IllegalArgumentException("path command " + command);
        }
    }

    /// A circular arc as curves of at most a quarter each.
    ///
    /// @see <a href="https://www.w3.org/TR/SVG2/implnote.html#ArcConversionEndpointToCenter">SVG 2,
    ///   conversion from endpoint to centre</a>
    private void arc(double asked, boolean large, boolean sweep, double toX, double toY) {
        double halfX = (x - toX) / 2;
        double halfY = (y - toY) / 2;
        double half = Math.hypot(halfX, halfY);
        if (half == 0) {
            return;
        }
        double radius = Math.max(asked, half);
        double away = Math.sqrt(Math.max(0, radius * radius - half * half)) / half;
        double side = large == sweep ? -1 : 1;
        double centreX = (x + toX) / 2 + side * away * halfY;
        double centreY = (y + toY) / 2 - side * away * halfX;
        double from = Math.atan2(y - centreY, x - centreX);
        double turn = Math.atan2(toY - centreY, toX - centreX) - from;
        if (sweep && turn < 0) {
            turn += 2 * Math.PI;
        } else if (!sweep && turn > 0) {
            turn -= 2 * Math.PI;
        }
        int parts = (int) Math.ceil(Math.abs(turn) / QUARTER - 1e-9);
        double step = turn / parts;
        double reach = radius * 4 / 3 * Math.tan(step / 4);
        for (int part = 0; part < parts; part++) {
            double a = from + part * step;
            double b = a + step;
            add(
                    'C',
                    centreX + radius * Math.cos(a) - reach * Math.sin(a),
                    centreY + radius * Math.sin(a) + reach * Math.cos(a),
                    centreX + radius * Math.cos(b) + reach * Math.sin(b),
                    centreY + radius * Math.sin(b) - reach * Math.cos(b),
                    centreX + radius * Math.cos(b),
                    centreY + radius * Math.sin(b));
        }
    }

    private void add(char kind, double... values) {
        if (kindCount == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * kindCount);
        }
        kinds[kindCount++] = kind;
        if (numberCount + values.length > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        for (double value : values) {
            numbers[numberCount++] = value;
        }
        if (values.length > 0) {
            x = values[values.length - 2];
            y = values[values.length - 1];
        }
    }

    /// Makes it the current path: each point times `scale`, then moved.
    void trace(GraphicsContext graphics, double scale, double dx, double dy) {
        graphics.beginPath();
        int at = 0;
        for (int i = 0; i < kindCount; i++) {
            switch (kinds[i]) {
                case 'M' -> graphics.moveTo(x(at, scale, dx), y(at, scale, dy));
                case 'L' -> graphics.lineTo(x(at, scale, dx), y(at, scale, dy));
                case 'Q' ->
                        graphics.quadraticCurveTo(
                                x(at, scale, dx),
                                y(at, scale, dy),
                                x(at + 2, scale, dx),
                                y(at + 2, scale, dy));
                case 'C' ->
                        graphics.bezierCurveTo(
                                x(at, scale, dx),
                                y(at, scale, dy),
                                x(at + 2, scale, dx),
                                y(at + 2, scale, dy),
                                x(at + 4, scale, dx),
                                y(at + 4, scale, dy));
                default -> graphics.closePath();
            }
            at += length(kinds[i]);
        }
    }

    /// Left, top, right and bottom of all points, those of control included.
    double[] bounds() {
        double[] bounds = {
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        for (int at = 0; at < numberCount; at += 2) {
            bounds[0] = Math.min(bounds[0], numbers[at]);
            bounds[1] = Math.min(bounds[1], numbers[at + 1]);
            bounds[2] = Math.max(bounds[2], numbers[at]);
            bounds[3] = Math.max(bounds[3], numbers[at + 1]);
        }
        return bounds;
    }

    private double x(int at, double scale, double dx) {
        return numbers[at] * scale + dx;
    }

    private double y(int at, double scale, double dy) {
        return numbers[at + 1] * scale + dy;
    }

    private static int length(char kind) {
        return switch (kind) {
            case 'M', 'L' -> 2;
            case 'Q' -> 4;
            case 'C' -> 6;
            default -> 0;
        };
    }

    /// Words apart by blanks.
    private static final class Words {
        private final String data;
        private int at;

        Words(String data) {
            this.data = data;
        }

        boolean hasNext() {
            return at < data.length();
        }

        char letter() {
            return next().charAt(0);
        }

        double number() {
            return Double.parseDouble(next());
        }

        private String next() {
            int end = data.indexOf(' ', at);
            int stop = end < 0 ? data.length() : end;
            var word = data.substring(at, stop);
            at = stop + 1;
            return word;
        }
    }
}
