package io.windrose.topology.display;

import io.windrose.topology.layout.Area;

/// What shapes, signs, locks and dots mean, in rows, for a window.
public final class LegendCard {
    private static final double ROW = 19;
    private static final double WORDS = 58;
    private static final double WIDTH = 184;
    private static final double SHAPE = 7.5;

    private final Canvas canvas = new Canvas();
    private double y = ROW / 2;

    private LegendCard() {}

    public static DisplayList picture() {
        var card = new LegendCard();
        card.draw();
        return new DisplayList(new Area(0, 0, WIDTH, card.y - ROW / 2), card.canvas.commands());
    }

    private void draw() {
        var line = Stroke.of(Paint.TEXT_2, 1.5);
        canvas.path(Shapes.hexagon(12, y, 8.5), Paint.NONE, line);
        canvas.circle(33, y, SHAPE, Paint.NONE, line);
        word("Service, version");
        canvas.path(Shapes.diamond(12, y, 9), Paint.NONE, line);
        canvas.rectangle(
                new Area(33 - SHAPE, y - SHAPE, 2 * SHAPE, 2 * SHAPE), 4, Paint.NONE, line);
        word("Gateway, data store");
        canvas.circle(12, y, SHAPE, Paint.NONE, line.dashed(3));
        word("Outside the mesh");
        verdict(12, Glyph.TICK, Paint.HEALTHY);
        verdict(33, Glyph.EXCLAMATION, Paint.DEGRADED);
        word("Healthy, degraded");
        verdict(12, Glyph.CROSS, Paint.FAILING);
        verdict(33, Glyph.DASH, Paint.IDLE);
        word("Failing, idle");
        lock(7, Lock.ALL);
        lock(24, Lock.MIXED);
        lock(41, Lock.NONE);
        word("mTLS, mixed, none");
        lock(7, Lock.ASKED);
        lock(24, Lock.WAIVED);
        word("mTLS only configured");
        dot(7, Paint.HTTP);
        dot(22, Paint.GRPC);
        dot(37, Paint.TCP);
        word("HTTP, gRPC, TCP");
        BadgeChip.ROUTE.draw(canvas, 8, y);
        BadgeChip.BREAKER.draw(canvas, 26, y);
        BadgeChip.FAULT.draw(canvas, 44, y);
        word("Route, breaker, fault");
        BadgeChip.CONFIG_ERROR.draw(canvas, 8, y);
        BadgeChip.CONFIG_WARNING.draw(canvas, 26, y);
        word("Config error, warning");
        canvas.path(
                "M 6 " + PathData.format(y) + " L 42 " + PathData.format(y),
                Paint.NONE,
                Stroke.of(Paint.FAILING, 1.8).dashed(5));
        word("Errors");
    }

    private void verdict(double x, Glyph glyph, Paint paint) {
        canvas.circle(x, y, 7, paint, Stroke.NONE);
        canvas.glyph(glyph, x, y, 10, Paint.CANVAS, 1.5);
    }

    private void lock(double x, Lock lock) {
        canvas.lock(lock, x, y - 0.5, 13, lock.paint());
    }

    private void dot(double x, Paint paint) {
        canvas.circle(x, y, 3.2, paint, Stroke.NONE);
    }

    private void word(String word) {
        canvas.text(WORDS, y + 4, word, TextStyle.SMALL, Paint.TEXT_2);
        y += ROW;
    }
}
