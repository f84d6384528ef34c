package io.windrose.config.file;

import io.windrose.config.ConfigChange;
import io.windrose.config.ConfigSnapshot;
import io.windrose.config.ConfigStore;
import io.windrose.config.tree.FileProblems;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The YAML and JSON files of a directory and all directories below it, watched.
///
/// A change is reported once the directory has been quiet for 100 ms, so that an editor's several
/// steps count as one; only files that differ are read again. Where the system gives no word of a
/// change (a directory that cannot be read, or more directories than it can watch), the source
/// looks every second. Runs on a daemon thread of its own.
public final class FileSource implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(100);

    /// Whoever writes without a pause is not waited for any longer.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /// The name under which a store usually knows its files.
    public static final String NAME = "files";

    private final FileScan scan;
    private final WatchService watcher;
    private final Map<Path, WatchKey> watched = new HashMap<>();
    private final Consumer<List<ConfigChange>> changes;
    private final Consumer<Throwable> faults;
    private boolean blind;

    private FileSource(
            FileScan scan,
            WatchService watcher,
            Consumer<List<ConfigChange>> changes,
            Consumer<Throwable> faults) {
        this.scan = scan;
        this.watcher = watcher;
        this.changes = changes;
        this.faults = faults;
    }

    /// Reads the directory and reports what it holds before it returns; later changes follow from
    /// the source's own thread.
    ///
    /// @param name of the source, as the store knows it
    /// @param changes usually `store::apply`
    /// @param faults takes what is thrown by a bug
    /// @return a problem when the directory cannot be read at all
    public static Result<FileSource> open(
            String name,
            Path directory,
            Consumer<List<ConfigChange>> changes,
            Consumer<Throwable> faults) {
        try {
            if (Files.exists(directory) && !Files.isDirectory(directory)) {
                throw new NotDirectoryException(directory.toString());
            }
            try (var entries = Files.newDirectoryStream(directory)) {
                var _ = entries.iterator().hasNext();
            }
            var source =
                    new FileSource(
                            new FileScan(name, directory),
                            directory.getFileSystem().newWatchService(),
                            changes,
                            faults);
            source.look(Set.of());
            Thread.ofPlatform().daemon().name("watch " + directory).start(source::run);
            return Result.ok(source);
        } catch (IOException error) {
            return Result.err(FileProblems.unreadable(directory, error));
        }
    }

    /// What a directory holds now, without watching it.
    ///
    /// @return a problem when the directory cannot be read at all; what is wrong with files is
    ///   among the snapshot's findings
    public static Result<ConfigSnapshot> readOnce(Path directory) {
        var look = new FileScan(NAME, directory).look(Set.of());
        var store = new ConfigStore(Owner.direct(), List.of(NAME));
        store.apply(look.changes());
        var snapshot = store.snapshots().get();
        return look.directories().isEmpty()
                ? Result.err(snapshot.findings().getFirst())
                : Result.ok(snapshot);
    }

    /// The files below a directory that it would read, in the order of their paths.
    ///
    /// @return warnings for what cannot be looked at; a problem when that is the directory itself
    public static Result<List<Path>> filesBelow(Path directory) {
        var walk = DirectoryWalk.of(directory);
        var unseen =
                walk.failures().entrySet().stream()
                        .map(failure ->
                                FileProblems.unreadable(
                                        directory.resolve(failure.getKey()), failure.getValue()))
                        .toList();
        return walk.directories().isEmpty() && !unseen.isEmpty()
                ? new Result.Err<>(unseen)
                : new Result.Ok<>(List.copyOf(walk.files().values()), unseen);
    }

    /// Ends the watching; what was reported stays.
    @Override
    public void close() {
        try {
            watcher.close();
        } catch (IOException error) {
            faults.accept(error);
        }
    }

    private void run() {
        try {
            while (true) {
                var key = blind ? poll(BETWEEN_LOOKS) : watcher.take();
                var touched = new HashSet<Path>();
                long giveUp = System.nanoTime() + PATIENCE.toNanos();
                while (key != null) {
                    collect(key, touched);
                    key = System.nanoTime() < giveUp ? poll(QUIET) : null;
                }
                look(touched);
            }
        } catch (ClosedWatchServiceException _) {
            // closed: the way that this thread ends
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            faults.accept(fault);
        }
    }

    private @Nullable WatchKey poll(Duration time) throws InterruptedException {
        return watcher.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void collect(WatchKey key, Set<Path> touched) {
        for (var event : key.pollEvents()) {
            if (event.context() instanceof Path name) {
                touched.add(((Path) key.watchable()).resolve(name));
            }
        }
        if (!key.reset()) {
            watched.remove((Path) key.watchable());
        }
    }

    private void look(Set<Path> touched) {
        var look = scan.look(touched);
        var found = new ArrayList<>(look.changes());
        boolean more = false;
        for (var directory : look.directories()) {
            more |= !watched.containsKey(directory) && register(directory);
        }
        if (more) {
            // what happened between the look and the watching would go unseen
            look = scan.look(Set.of());
            found.addAll(look.changes());
        }
        blind = look.troubled() || !watched.keySet().containsAll(look.directories());
        if (!found.isEmpty()) {
            changes.accept(found);
        }
    }

    private boolean register(Path directory) {
        try {
            watched.put(
                    directory,
                    directory.register(
                            watcher,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE));
            return true;
        } catch (IOException _) {
            return false; // then the source looks every second
        }
    }
}
