package io.windrose.workspace.preferences;

/// Where the window was when it was last closed, in pixels of the screen.
///
/// @param width greater than 0, also while maximized: what it goes back to
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {

    public WindowBounds {
        boolean finite =
                Double.isFinite(x)
                        && Double.isFinite(y)
                        && Double.isFinite(width)
                        && Double.isFinite(height);
        if (!finite || width <= 0 || height <= 0) {
            throw new IllegalArgumentException(
                    "no window: " + x + "," + y + " " + width + "x" + height);
        }
    }
}
