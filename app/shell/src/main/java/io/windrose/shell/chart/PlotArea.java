package io.windrose.shell.chart;

/// The part of a chart that the lines are in, in its pixels.
record PlotArea(double x, double y, double width, double height) {

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    /// The middle of the pixel in which a value lies, where a line of one pixel is sharp.
    double sharpY(ChartScale scale, double value) {
        return Math.floor(y + scale.y(value) * height) + 0.5;
    }
}
