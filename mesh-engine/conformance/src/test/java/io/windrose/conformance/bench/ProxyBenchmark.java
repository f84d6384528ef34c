package io.windrose.conformance.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures both proxies in both shapes, one after the other, and prints a table. Figures of a busy
/// machine are worth little; ratios are worth more. Linux only: it reads `/proc`.
final class ProxyBenchmark {
    private static final int CONNECTIONS = 16;

    private ProxyBenchmark() {}

    /// @param arguments requests of each of 16 connections for the warm-up (2,000) and for the
    ///   measurement (2,000)
    public static void main(String[] arguments) throws Exception {
        int warmUp = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        int measured = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        var folder = Files.createTempDirectory("windrose-bench");
        try {
            print(run(folder, warmUp, measured), System.out);
        } finally {
            delete(folder);
        }
    }

    /// Shape by shape, Envoy first.
    static List<Figures> run(Path folder, int warmUp, int measured) throws Exception {
        var all = new ArrayList<Figures>();
        for (var shape : Shape.values()) {
            for (var contender : Contender.values()) {
                try (var course = Course.start(contender, shape, folder)) {
                    var _ = course.measure(CONNECTIONS, warmUp);
                    all.add(course.measure(CONNECTIONS, measured));
                }
            }
        }
        return all;
    }

    private static void print(List<Figures> figures, PrintStream out) {
        out.println(Figures.HEADING);
        var base = figures.getFirst();
        for (var each : figures) {
            base = each.contender() == Contender.ENVOY ? each : base;
            out.println(each.line(base));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
