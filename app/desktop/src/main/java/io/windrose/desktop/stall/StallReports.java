package io.windrose.desktop.stall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes stalls down, one below the other: when, how long, and in which lines of the program.
///
/// A file that has become long is kept once more with `.old` behind its name, and a new one begins.
public final class StallReports implements Consumer<Stall> {
    private static final Logger LOG = LoggerFactory.getLogger(StallReports.class);

    /// Bytes; some 200 stalls.
    private static final long LONG = 512 * 1024;

    private final Path file;
    private final InstantSource clock;

    /// @param file made, with its folder, for the first stall
    public StallReports(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Blocks on the disk; for the detector's thread.
    @Override
    public void accept(Stall stall) {
        LOG.warn("the window answered nobody for {}", stall);
        var when = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (length() > LONG) {
                Files.move(
                        file,
                        file.resolveSibling(file.getFileName() + ".old"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(
                    file,
                    when + " " + stall + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failure) {
            LOG.warn("the stall could not be written to {}", file, failure);
        }
    }

    private long length() throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException first) {
            return 0;
        }
    }
}
