package io.windrose.topology.display;

/// One line that says what the shapes, rings and locks mean.
final class Legend {
    static final double WIDTH = 830;
    private static final double GAP = 18;

    private final Canvas canvas;
    private double x;
    private double y;

    Legend(Canvas canvas) {
        this.canvas = canvas;
    }

    void draw(double left, double middle) {
        x = left;
        y = middle;
        shape(Icon.GLOBE, "Service");
        shape(Icon.CUBE, "Workload");
        shape(Icon.GATEWAY, "Gateway");
        shape(Icon.CLOUD, "Outside");
        verdict(Icon.TICK, Paint.HEALTHY, "Healthy");
        verdict(Icon.EXCLAMATION, Paint.DEGRADED, "Degraded");
        verdict(Icon.CROSS, Paint.FAILING, "Failing");
        verdict(Icon.DASH, Paint.IDLE, "Idle");
        lock(Icon.LOCK, Paint.MTLS, "mTLS");
        lock(Icon.LOCK_HALF, Paint.MTLS_MIXED, "mixed");
        lock(Icon.LOCK_OPEN, Paint.MTLS_NONE, "none");
        errors();
    }

    private void shape(Icon icon, String word) {
        canvas.icon(icon, x + 7, y, 14, Paint.TEXT_2, 1.2);
        word(20, word);
    }

    private void verdict(Icon icon, Paint paint, String word) {
        canvas.circle(x + 7, y, 7, paint, Stroke.NONE);
        canvas.icon(icon, x + 7, y, 10, Paint.CARD, 1.5);
        word(20, word);
    }

    private void lock(Icon icon, Paint paint, String word) {
        canvas.icon(icon, x + 6, y, 13, paint, 1.3);
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
