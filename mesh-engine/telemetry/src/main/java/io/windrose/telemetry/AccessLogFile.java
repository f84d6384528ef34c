package io.windrose.telemetry;

import io.windrose.kernel.Owner;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One access log file. Any thread may append; the stream is confined to the writing owner.
public final class AccessLogFile {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLogFile.class);

    /// Characters that wait before they are written without waiting for the second to pass; Envoy's
    /// 64 KiB.
    private static final long FLUSH_LENGTH = 64 << 10;

    /// Characters that may wait in all; beyond that, lines are dropped rather than requests slowed.
    private static final long LIMIT_LENGTH = 4 << 20;

    private final String path;
    private final Owner writer;
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong waitingLength = new AtomicLong();
    private final LongAdder dropped = new LongAdder();
    private @Nullable OutputStream stream;
    private boolean failed;

    AccessLogFile(String path, Owner writer) {
        this.path = path;
        this.writer = writer;
    }

    /// @param line with its line end
    public void append(String line) {
        long before = waitingLength.getAndAdd(line.length());
        if (before + line.length() > LIMIT_LENGTH) {
            waitingLength.addAndGet(-line.length());
            dropped.increment();
            return;
        }
        waiting.add(line);
        if (before < FLUSH_LENGTH && before + line.length() >= FLUSH_LENGTH) {
            writer.execute(this::flush);
        }
    }

    /// Lines that were lost because the disk could not keep up or failed.
    public long droppedLines() {
        return dropped.sum();
    }

    void flush() {
        writer.checkInside();
        try {
            for (var line = waiting.poll(); line != null; line = waiting.poll()) {
                waitingLength.addAndGet(-line.length());
                opened().write(line.getBytes(StandardCharsets.UTF_8));
            }
            if (stream != null) {
                stream.flush();
            }
            failed = false;
        } catch (IOException cause) {
            dropped.increment();
            if (!failed) {
                LOG.warn("Access log lines are being lost: path={}", path, cause);
            }
            failed = true;
        }
    }

    void close() {
        flush();
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException cause) {
                LOG.warn("The access log could not be closed: path={}", path, cause);
            }
            stream = null;
        }
    }

    private OutputStream opened() throws IOException {
        var open = stream;
        if (open == null) {
            open = new BufferedOutputStream(target(), (int) FLUSH_LENGTH);
            stream = open;
        }
        return open;
    }

    private OutputStream target() throws IOException {
        return switch (path) {
            case "/dev/stdout" -> new FileOutputStream(FileDescriptor.out);
            case "/dev/stderr" -> new FileOutputStream(FileDescriptor.err);
            default ->
                    Files.newOutputStream(
                            Path.of(path), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        };
    }
}
