package io.windrose.shell;

import io.windrose.kernel.Result;
import io.windrose.shell.window.Opener;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.MeshSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// Remembers what was asked of it; a test answers when it likes.
public final class FakeOpener implements Opener {
    private final List<Asked> asked = new ArrayList<>();

    /// One connection that somebody waits for.
    public record Asked(
            Connection connection,
            Consumer<String> progress,
            CompletableFuture<Result<MeshSession>> answer) {}

    /// Oldest first.
    public List<Asked> asked() {
        return asked;
    }

    public Asked newest() {
        return asked.getLast();
    }

    @Override
    public CompletionStage<Result<MeshSession>> open(
            Connection connection, Consumer<String> progress) {
        var answer = new CompletableFuture<Result<MeshSession>>();
        asked.add(new Asked(connection, progress, answer));
        return answer;
    }
}
