package io.windrose.topology.display;

/// One line that says what the shapes, rings and locks mean.
final class Legend {
    private static final double GAP = 18;

    private final Canvas canvas;
    private double x;
    private double y;

    Legend(Canvas canvas) {
        this.canvas = canvas;
    }

    /// Pixels from the first sign to the end of the last word.
    static double width() {
        var legend = new Legend(new Canvas());
        legend.draw(0, 0);
        return legend.x - GAP;
    }

    void draw(double left, double middle) {
        x = left;
        y = middle;
        shape(Glyph.GLOBE, "Service");
        shape(Glyph.CUBE, "Workload");
        shape(Glyph.GATEWAY, "Gateway");
        shape(Glyph.CLOUD, "Outside");
        verdict(Glyph.TICK, Paint.HEALTHY, "Healthy");
        verdict(Glyph.EXCLAMATION, Paint.DEGRADED, "Degraded");
        verdict(Glyph.CROSS, Paint.FAILING, "Failing");
        verdict(Glyph.DASH, Paint.IDLE, "Idle");
        lock(Lock.ALL, "mTLS");
        lock(Lock.MIXED, "mixed");
        lock(Lock.NONE, "none");
        lock(Lock.ASKED, "asked for");
        errors();
    }

    private void shape(Glyph icon, String word) {
        canvas.glyph(icon, x + 7, y, 14, Paint.TEXT_2, 1.2);
        word(20, word);
    }

    private void verdict(Glyph icon, Paint paint, String word) {
        canvas.circle(x + 7, y, 7, paint, Stroke.NONE);
        canvas.glyph(icon, x + 7, y, 10, Paint.CARD, 1.5);
        word(20, word);
    }

    private void lock(Lock lock, String word) {
        canvas.lock(lock, x + 6, y, 13, lock.paint());
        word(18, word);
    }

    private void errors() {
        canvas.path(
                new PathData().command("M").point(x, y).command("L").point(x + 26, y).toString(),
                Paint.NONE,
                Stroke.of(Paint.FAILING, 1.6).dashed(5));
        word(32, "Errors");
    }

    private void word(double indent, String word) {
        canvas.text(x + indent, y + 4, word, TextStyle.SMALL, Paint.TEXT_2);
        x += indent + TextStyle.SMALL.width(word) + GAP;
    }
}
