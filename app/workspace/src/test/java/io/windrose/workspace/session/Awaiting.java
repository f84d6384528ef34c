package io.windrose.workspace.session;

import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Result;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Waits for states, never for times.
final class Awaiting {
    private static final int LIMIT_SECONDS = 90;

    private Awaiting() {}

    static <T> T await(String what, Live<T> live, Predicate<T> state) throws Exception {
        var reached = new CompletableFuture<T>();
        try (var _ =
                live.subscribe(
                        Owner.direct(),
                        value -> {
                            if (state.test(value)) {
                                reached.complete(value);
                            }
                        })) {
            return reached.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException late) {
            throw new AssertionError("not " + what + " in time: " + live.get(), late);
        }
    }

    static MeshSession open(Workspace workspace, Connection connection) {
        return good(workspace.open(connection, _ -> {}).toCompletableFuture().join());
    }

    static <T> T good(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
