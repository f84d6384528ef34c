package io.windrose.telemetry;

import io.windrose.kernel.Owner;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The access log files of any number of proxies, written behind the back of the event loops.
///
/// Lines reach their file within a second, sooner under load. Two proxies that name one file share
/// it. Any thread may open and append; only this object's own thread touches the disk.
public final class AccessLogFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLogFiles.class);
    private static final long FLUSH_SECONDS = 1;

    private final Owner.Threaded writer =
            Owner.onThread("access-log", fault -> LOG.error("The access log writer failed", fault));
    private final Map<String, AccessLogFile> byPath = new ConcurrentHashMap<>();

    public AccessLogFiles() {
        var _ =
                writer.scheduler()
                        .scheduleWithFixedDelay(
                                this::flushAll, FLUSH_SECONDS, FLUSH_SECONDS, TimeUnit.SECONDS);
    }

    /// The file at that path, which is created when the first line is written; `/dev/stdout` and
    /// `/dev/stderr` mean this process's own streams on every system.
    public AccessLogFile open(String path) {
        return byPath.computeIfAbsent(path, key -> new AccessLogFile(key, writer.owner()));
    }

    private void flushAll() {
        byPath.values().forEach(AccessLogFile::flush);
    }

    /// Writes what is still waiting, then closes the files.
    @Override
    public void close() {
        writer.owner().execute(() -> byPath.values().forEach(AccessLogFile::close));
        writer.scheduler().shutdown();
        try {
            if (!writer.scheduler().awaitTermination(FLUSH_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The access log could not be written to its end");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
