package io.windrose.shell;

import io.windrose.kernel.Result;
import io.windrose.shell.window.Opener;
import io.windrose.workspace.session.Connection;
import io.windrose.workspace.session.MeshSession;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Knows every session that was opened and has not ended, so that the program leaves none behind.
///
/// May be used from any thread: sessions are opened and ended on threads of their own, and the end
/// of the program comes on yet another.
final class OpenSessions implements Opener {
    private final Opener opener;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Result<MeshSession>>> opening =
            new ConcurrentHashMap<>();
    private final Set<MeshSession> open = ConcurrentHashMap.newKeySet();

    OpenSessions(Opener opener) {
        this.opener = opener;
    }

    @Override
    public CompletionStage<Result<MeshSession>> open(
            Connection connection, Consumer<String> progress) {
        var opened =
                opener.open(connection, progress)
                        .thenApply(answer ->
                                answer.map(session -> {
                                    open.add(session);
                                    return session;
                                }))
                        .toCompletableFuture();
        int number = asked.incrementAndGet();
        opening.put(number, opened);
        return opened.whenComplete((_, _) -> opening.remove(number));
    }

    /// Ends it on a thread of its own.
    void endAside(MeshSession session) {
        var _ = Thread.ofVirtual().name("end session").start(() -> end(session));
    }

    /// Blocks until all have ended, also those that others are ending and those that still open.
    void endAll() {
        opening.values().forEach(each -> each.handle((_, _) -> "").join());
        open.forEach(this::end);
    }

    private void end(MeshSession session) {
        session.close();
        open.remove(session);
    }
}
