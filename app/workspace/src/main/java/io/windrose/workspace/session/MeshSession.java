package io.windrose.workspace.session;

import io.windrose.kernel.Live;
import io.windrose.session.EditedFolder;
import io.windrose.session.edit.FolderAnalysis;
import java.time.Duration;
import java.util.Optional;

/// One connection and all that is live in it. May be called from any thread; nothing blocks but
/// `close` and what `files` does.
public interface MeshSession extends AutoCloseable {

    Connection connection();

    /// As it was when the connection was made.
    Access access();

    /// Refreshed at the pace of [#refreshEvery]; and at once after [#ask] and [#refreshNow].
    Live<Picture> pictures();

    Live<MeshView> mesh();

    /// Changes what the pictures show from now on; places in the layout are kept.
    void ask(GraphQuestion question);

    /// @param pace how long between two looks; empty pauses, and the last picture stays
    void refreshEvery(Optional<Duration> pace);

    void refreshNow();

    /// Edits with history and undo; its calls block on the disk.
    EditedFolder files();

    /// Of those files, for all who ask about them.
    FolderAnalysis analysis();

    /// Ends everything that was started for this connection; blocks for as long as that takes.
    @Override
    void close();
}
