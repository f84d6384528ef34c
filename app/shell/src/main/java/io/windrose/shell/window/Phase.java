package io.windrose.shell.window;

import io.windrose.kernel.Problem;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.workspace.session.Connection;
import java.util.List;

/// What the window is about.
///
/// ```
/// Welcome -> Connecting -> Live -> Welcome
///                 |  ^
///                 v  |
///               Failed -> Welcome
/// ```
public sealed interface Phase {

    record Welcome() implements Phase {}

    /// @param step what is being done now, one short sentence; empty before the first
    record Connecting(Connection connection, String step) implements Phase {}

    record Live(LiveMesh mesh) implements Phase {}

    /// @param problems never empty
    record Failed(Connection connection, List<Problem> problems) implements Phase {}
}
