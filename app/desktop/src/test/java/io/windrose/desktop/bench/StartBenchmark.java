package io.windrose.desktop.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long the program takes from the start of its process to each phase, and to end.
final class StartBenchmark {
    private StartBenchmark() {}

    /// @param args the launcher, and how often; 5 times without it, after one that is not counted
    public static void main(String[] args) throws Exception {
        var launcher = Path.of(args[0]).toAbsolutePath();
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        var samples = new LinkedHashMap<String, List<Double>>();
        for (int run = 0; run <= runs; run++) {
            try (var window = StartedWindow.of(launcher)) {
                double ended = window.stop();
                if (run > 0) {
                    window.seconds().forEach((phase, at) -> add(samples, phase, at));
                    add(samples, "ended after SIGTERM in", ended);
                }
            }
        }
        System.out.printf("%-32s %8s %8s %8s%n", "s", "best", "middle", "worst");
        samples.forEach((phase, seconds) -> {
            Collections.sort(seconds);
            System.out.printf(
                    "%-32s %8.3f %8.3f %8.3f%n",
                    phase, seconds.getFirst(), seconds.get(seconds.size() / 2), seconds.getLast());
        });
    }

    private static void add(Map<String, List<Double>> samples, String name, double at) {
        samples.computeIfAbsent(name, _ -> new ArrayList<>()).add(at);
    }
}
