package io.windrose.desktop.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// What the program keeps of the computer's memory while a sandbox runs inside it and the picture
/// is refreshed every five seconds.
final class MemoryBenchmark {
    private static final int EVERY_SECONDS = 10;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private MemoryBenchmark() {}

    /// @param args the launcher, and how many seconds to watch; 300 without it
    public static void main(String[] args) throws Exception {
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        var clock = new CountDownLatch(1);
        try (var window = StartedWindow.of(Path.of(args[0]).toAbsolutePath())) {
            System.out.printf("%8s %14s %18s%n", "s", "resident MiB", "heap after GC MiB");
            for (int at = 0; at <= seconds; at += EVERY_SECONDS) {
                long resident = resident(window.pid()); // before the collection that jcmd makes
                System.out.printf("%8d %14d %18.1f%n", at, resident >> 10, heap(window.pid()));
                var _ = clock.await(EVERY_SECONDS, TimeUnit.SECONDS);
            }
            System.out.printf("ended in %.2f s%n", window.stop());
        }
    }

    /// kB of a process that is in memory, shared pages included.
    private static long resident(long pid) throws IOException {
        var status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
        var match = RESIDENT.matcher(status);
        return match.find() ? Long.parseLong(match.group(1)) : 0;
    }

    /// MiB that are reachable.
    private static double heap(long pid) throws IOException {
        jcmd(pid, "GC.run");
        var match = USED.matcher(jcmd(pid, "GC.heap_info"));
        double kibibytes = 0;
        for (int generation = 0; generation < 2 && match.find(); generation++) {
            kibibytes += Double.parseDouble(match.group(1));
        }
        return kibibytes / 1024;
    }

    private static String jcmd(long pid, String command) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process =
                new ProcessBuilder(jcmd, Long.toString(pid), command)
                        .redirectErrorStream(true)
                        .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
