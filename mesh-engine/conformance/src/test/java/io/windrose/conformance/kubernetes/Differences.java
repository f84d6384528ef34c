package io.windrose.conformance.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The differences that are meant, each below a comment that says why.
///
/// A line is `WHAT KIND PATH REASON`; a path may begin with `**` for any beginning.
final class Differences {
    private final List<String[]> listed;

    private Differences(List<String[]> listed) {
        this.listed = listed;
    }

    static Differences listed() {
        try (var input = Differences.class.getResourceAsStream("differences.txt")) {
            if (input == null) {
                throw new IllegalStateException("no list of differences");
            }
            return new Differences(
                    new String(input.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split(" ", 4))
                            .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean has(String difference) {
        var parts = difference.split(" ", 4);
        return listed.stream()
                .anyMatch(line ->
                        line[0].equals(parts[0])
                                && (line[1].equals("*") || line[1].equals(parts[1]))
                                && isAt(line[2], parts[2])
                                && line[3].equals(parts[3]));
    }

    /// The lines, without those that none of the differences needs.
    Set<String> unused(Set<String> differences) {
        return listed.stream()
                .filter(line ->
                        differences.stream()
                                .noneMatch(
                                        one -> new Differences(List.<String[]>of(line)).has(one)))
                .map(line -> String.join(" ", line))
                .collect(Collectors.toSet());
    }

    private static boolean isAt(String pattern, String path) {
        return pattern.startsWith("**")
                ? path.endsWith(pattern.substring(2))
                : pattern.equals(path);
    }
}
