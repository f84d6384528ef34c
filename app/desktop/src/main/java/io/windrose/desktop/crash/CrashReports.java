package io.windrose.desktop.crash;

import io.windrose.shell.Shell;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what nobody caught, on any thread, into a report in the user's state folder.
///
/// The same bug is reported once: a fault in a timer would otherwise fill the disk and the screen.
public final class CrashReports implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CrashReports.class);

    /// More different bugs than that in one run tell nothing new.
    private static final int MOST = 20;

    private final Path folder;
    private final InstantSource clock;
    private final String version;
    private final Consumer<CrashReport> audience;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /// @param folder made when the first report is written
    /// @param audience told of each report on the thread that failed
    public CrashReports(
            Path folder, InstantSource clock, String version, Consumer<CrashReport> audience) {
        this.folder = folder;
        this.clock = clock;
        this.version = version;
        this.audience = audience;
    }

    /// An audience that shows them in that window.
    public static Consumer<CrashReport> shownBy(Shell shell) {
        return report ->
                Platform.runLater(
                        () -> shell.crashed(report.headline(), report.text(), report.file()));
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        if (known.size() < MOST && known.add(signature(fault))) {
            var report = report(thread, fault);
            LOG.error(
                    "{}; the report lies in {}",
                    report.headline(),
                    report.file().map(Path::toString).orElse("no file"));
            audience.accept(report);
        }
    }

    private CrashReport report(Thread thread, Throwable fault) {
        var text = Secrets.hide(text(thread, fault), System.getProperty("user.home"));
        var thrown = Secrets.hide(fault.toString(), System.getProperty("user.home"));
        return new CrashReport(thrown.lines().findFirst().orElse(""), text, write(text));
    }

    private String text(Thread thread, Throwable fault) {
        var memory = Runtime.getRuntime();
        var text = new StringWriter();
        var lines = new PrintWriter(text);
        lines.printf("Windrose %s met a bug of its own.%n", version);
        lines.printf("When: %s%n", clock.instant().truncatedTo(ChronoUnit.SECONDS));
        lines.printf("Thread: %s%n", thread.getName());
        lines.printf("Java: %s, %s%n", Runtime.version(), System.getProperty("java.vendor"));
        lines.printf(
                "System: %s %s, %s%n",
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"));
        lines.printf(
                "Memory: %d MiB of %d MiB%n%n",
                (memory.totalMemory() - memory.freeMemory()) >> 20, memory.maxMemory() >> 20);
        fault.printStackTrace(lines);
        return text.toString();
    }

    private Optional<Path> write(String text) {
        var second = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        var name = "crash-" + second.replace(':', '-') + "-" + known.size() + ".txt";
        try {
            Files.createDirectories(folder);
            return Optional.of(Files.writeString(folder.resolve(name), text));
        } catch (IOException failure) {
            LOG.warn("the crash report could not be written to {}", folder, failure);
            return Optional.empty();
        }
    }

    /// What was thrown and where: the same for each time that it happens.
    private static String signature(Throwable fault) {
        var root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var trace = root.getStackTrace();
        return root.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
