package io.windrose.conformance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process has used so far, as Linux counts it.
///
/// @param cpuMicros of all its threads, in the kernel and outside
/// @param rssMegabytes resident now
record Usage(long cpuMicros, double rssMegabytes) {
    /// USER_HZ is 100 on every Linux that we know.
    private static final long TICK_MICROS = 10_000;

    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final double PAGES_PER_MEGABYTE = 256;

    static Usage of(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        var pages = Files.readString(Path.of("/proc", Long.toString(pid), "statm")).split(" ", -1);
        long ticks = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
        return new Usage(ticks * TICK_MICROS, Long.parseLong(pages[1]) / PAGES_PER_MEGABYTE);
    }
}
