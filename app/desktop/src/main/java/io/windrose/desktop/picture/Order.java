package io.windrose.desktop.picture;

import io.windrose.topology.display.Theme;
import io.windrose.workspace.session.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What picture is wanted.
///
/// @param source the mesh; empty for the start page
/// @param scale pixels of the file for one pixel of the window
/// @param focus empty for no selection
/// @param edgeTo where the edge ends that leaves what is in focus and is selected in its place;
///   empty where the node itself is meant
/// @param presses what is pressed then, in this order
/// @param duration how long a mesh is watched before it is drawn
record Order(
        ScreenName screen,
        Optional<Connection> source,
        Theme theme,
        PictureSize size,
        double scale,
        Optional<Focus> focus,
        Optional<Focus> edgeTo,
        List<Press> presses,
        State state,
        Duration duration) {}
