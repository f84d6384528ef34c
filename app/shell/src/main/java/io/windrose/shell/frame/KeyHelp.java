package io.windrose.shell.frame;

import java.util.List;

/// Keys that are no commands: they work where the keyboard is, such as on a handle.
///
/// @param title where they work
/// @param lines in the order in which they are shown
public record KeyHelp(String title, List<Line> lines) {
    public KeyHelp {
        lines = List.copyOf(lines);
    }

    /// @param keys as in [Command#keys]
    public record Line(String keys, String words) {}
}
