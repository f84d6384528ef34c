package io.windrose.workspace.session;

import io.windrose.kernel.Result;
import io.windrose.sandbox.bookinfo.MeshClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Opens connections. May be used from any thread and never blocks it.
public final class Workspace {
    static {
        MeshClient.allowHostHeader();
    }

    private final Path state;
    private final InstantSource clock;
    private final Consumer<Throwable> faults;

    /// @param state the user's state folder, where the history of edits lies
    /// @param faults takes what is thrown by a bug in a connection, on a thread of that connection
    public Workspace(Path state, InstantSource clock, Consumer<Throwable> faults) {
        this.state = state;
        this.clock = clock;
        this.faults = faults;
    }

    /// The caller closes what was opened.
    ///
    /// @param progress what is being done, one short sentence each, from threads of its own
    /// @return problems when the connection cannot be made; then nothing of it is left
    public CompletionStage<Result<MeshSession>> open(
            Connection connection, Consumer<String> progress) {
        return switch (connection) {
            case Connection.Sandbox sandbox ->
                    aside(() -> SandboxSession.open(sandbox, state, clock, progress, faults));
            case Connection.Folder folder ->
                    aside(() -> {
                        progress.accept("Reading " + folder.path());
                        return FolderSession.open(folder, state, clock, faults);
                    });
        };
    }

    private static <T> CompletionStage<T> aside(Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                work, task -> Thread.ofVirtual().name("open").start(task));
    }
}
