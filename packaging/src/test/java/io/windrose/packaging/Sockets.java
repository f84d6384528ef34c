package io.windrose.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What processes of this computer listen on or are connected to, as Linux tells it.
///
/// @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">proc_pid_net</a>
final class Sockets {
    /// The table's columns: the local address, and the inode that a file descriptor names.
    private static final int LOCAL = 1;

    private static final int INODE = 9;

    /// `0100007F`, in the order of the machine's bytes: the last two digits are the 127.
    private static final String LOOPBACK_4 = "7F";

    private static final String MAPPED = "0000000000000000FFFF0000";
    private static final String LOOPBACK_6 = "00000000000000000000000001000000";

    private Sockets() {}

    /// Their local addresses that are not of loopback, in the table's own notation.
    static List<String> offLoopback(List<ProcessHandle> processes) {
        return locals(processes).filter(address -> !isLoopback(address)).sorted().toList();
    }

    /// How many sockets they have; says that the tables were read.
    static long count(List<ProcessHandle> processes) {
        return locals(processes).count();
    }

    private static Stream<String> locals(List<ProcessHandle> processes) {
        var inodes =
                processes.stream()
                        .flatMap(process -> inodes(process.pid()))
                        .collect(Collectors.toCollection(HashSet::new));
        return Stream.of("tcp", "tcp6", "udp", "udp6").flatMap(table -> rows(table, inodes));
    }

    private static Stream<String> rows(String table, Set<String> inodes) {
        try {
            return Files.readAllLines(Path.of("/proc/net", table)).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns -> inodes.contains(columns[INODE]))
                    .map(columns -> columns[LOCAL].substring(0, columns[LOCAL].indexOf(':')));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> inodes(long pid) {
        try (var files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files
                    .map(Sockets::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .toList()
                    .stream();
        } catch (IOException ended) {
            return Stream.empty();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static boolean isLoopback(String address) {
        return address.length() == 8
                ? address.endsWith(LOOPBACK_4)
                : address.equals(LOOPBACK_6)
                        || (address.startsWith(MAPPED) && address.endsWith(LOOPBACK_4));
    }
}
