package io.windrose.workspace.preferences;

import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The preferences as they are now, written to their file after each change on a thread of its own.
///
/// Changes that come while the file is being written are written together afterwards. May be used
/// from any thread; only opening and closing block.
public final class KeptPreferences implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PreferencesFile file;
    private final Owner.Threaded writer;
    private final Live<Preferences> values;
    private final Live<List<Problem>> problems;

    /// On the writer's thread.
    private Preferences written;

    private KeptPreferences(PreferencesFile file, Consumer<Throwable> faults) {
        this.file = file;
        var read = file.read();
        written = read.value();
        values = new Live<>(read.value());
        problems = new Live<>(read.warnings());
        writer = Owner.onThread("preferences", faults);
    }

    /// Reads the file, or begins with the defaults.
    ///
    /// @param folder the user's state folder
    /// @param faults takes what is thrown by a bug
    public static KeptPreferences open(Path folder, Consumer<Throwable> faults) {
        var kept = new KeptPreferences(new PreferencesFile(folder), faults);
        var _ = kept.values.subscribe(kept.writer.owner(), kept::write);
        return kept;
    }

    public Live<Preferences> values() {
        return values;
    }

    /// Why the file could not be read or written; empty while all is well.
    public Live<List<Problem>> problems() {
        return problems;
    }

    public synchronized void change(UnaryOperator<Preferences> change) {
        // Two changes at a time must not lose one of them; there is no owner that all callers are
        // on.
        values.set(change.apply(values.get()));
    }

    /// Returns when the newest value is written, or after two seconds; later changes are not kept.
    @Override
    public void close() {
        writer.scheduler().shutdown();
        try {
            if (!writer.scheduler().awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                writer.close();
            }
        } catch (InterruptedException stopped) {
            writer.close();
            Thread.currentThread().interrupt();
        }
    }

    private void write(Preferences newest) {
        if (!newest.equals(written)) {
            problems.set(file.write(newest).stream().toList());
            written = newest;
        }
    }
}
