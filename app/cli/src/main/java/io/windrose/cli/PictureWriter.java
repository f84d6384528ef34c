package io.windrose.cli;

import io.windrose.topology.display.DisplayList;
import io.windrose.topology.display.Theme;

/// Draws a page into a picture file; a door to what the command line itself does not carry.
@FunctionalInterface
public interface PictureWriter {

    /// The bytes of a PNG.
    byte[] png(DisplayList page, Theme theme);
}
