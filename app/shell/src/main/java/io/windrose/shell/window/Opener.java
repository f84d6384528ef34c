package io.windrose.shell.window;

import io.windrose.kernel.Result;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.MeshSession;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// Opens connections without blocking: `Workspace::open`, or a fake in tests.
@FunctionalInterface
public interface Opener {

    /// @param progress what is being done, one short sentence each, from any thread
    CompletionStage<Result<MeshSession>> open(Connection connection, Consumer<String> progress);
}
