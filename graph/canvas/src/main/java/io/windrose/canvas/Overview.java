package io.windrose.canvas;

import io.windrose.topology.layout.Point;

/// How the minimap maps the picture: like a camera, but free to be as small as it must.
///
/// @param x of the picture, at the left edge of the minimap
/// @param y of the picture, at its upper edge
record Overview(double zoom, double x, double y) {
    Point toPicture(double mapX, double mapY) {
        return new Point(x + mapX / zoom, y + mapY / zoom);
    }
}
