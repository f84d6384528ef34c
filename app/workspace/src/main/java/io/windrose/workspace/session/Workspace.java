package io.windrose.workspace.session;

import io.windrose.config.file.StateFolder;
import io.windrose.kernel.Result;
import io.windrose.sandbox.bookinfo.MeshClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens connections. May be used from any thread and never blocks it.
public final class Workspace {
    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);

    static {
        MeshClient.allowHostHeader();
    }

    private final Path state;
    private final InstantSource clock;

    /// @param state the user's state folder, where the history of edits lies
    public Workspace(Path state, InstantSource clock) {
        this.state = state;
        this.clock = clock;
    }

    public static Workspace ofThisUser() {
        return new Workspace(StateFolder.ofThisUser(), InstantSource.system());
    }

    /// The caller closes what was opened.
    ///
    /// @param progress what is being done, one short sentence each, from threads of its own
    /// @return problems when the connection cannot be made; then nothing of it is left
    public CompletionStage<Result<MeshSession>> open(
            Connection connection, Consumer<String> progress) {
        return switch (connection) {
            case Connection.Sandbox sandbox ->
                    aside(() ->
                            SandboxSession.open(
                                    sandbox, state, clock, progress, Workspace::onFault));
            case Connection.Folder folder ->
                    aside(() -> {
                        progress.accept("Reading " + folder.path());
                        return FolderSession.open(folder, state, clock, Workspace::onFault);
                    });
        };
    }

    private static <T> CompletionStage<T> aside(Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                work, task -> Thread.ofVirtual().name("open").start(task));
    }

    private static void onFault(Throwable fault) {
        LOG.error("a connection met a bug", fault);
    }
}
