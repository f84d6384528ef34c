package io.windrose.desktop.picture;

import io.windrose.topology.display.Theme;
import io.windrose.workspace.session.Connection;
import java.time.Duration;
import java.util.Optional;

/// What picture is wanted.
///
/// @param source the mesh; empty for the start page
/// @param scale pixels of the file for one pixel of the window
/// @param focus empty for no selection
/// @param duration how long a mesh is watched before it is drawn
record Order(
        ScreenName screen,
        Optional<Connection> source,
        Theme theme,
        PictureSize size,
        double scale,
        Optional<Focus> focus,
        State state,
        Duration duration) {}
