package io.windrose.analysis.run;

import io.windrose.analysis.Changes;
import io.windrose.analysis.Check;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.check.Checks;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which check takes how long, in milliseconds of processor time: of a whole mesh, and of one that
/// follows another. Medians of the meshes that it is shown, so that warm ones count.
public final class CheckTimes {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<String, List<Double>> times = new HashMap<>();

    public void full(Mesh mesh) {
        Checks.ALL.forEach(check -> time(name(check), () -> Answer.of(check, mesh)));
    }

    /// @param meshes each of which follows the one before
    public void edits(Collection<Mesh> meshes) {
        Mesh before = null;
        var answers = new LinkedHashMap<Check, Answer>();
        for (var mesh : meshes) {
            if (before == null) {
                Checks.ALL.forEach(check -> answers.put(check, Answer.of(check, mesh)));
            } else {
                var last = before;
                var changes = new ArrayList<Changes>();
                time("(changes)", () -> changes.add(new Changes(last, mesh)));
                answers.replaceAll((check, answer) -> {
                    var next = new ArrayList<Answer>();
                    time(name(check), () -> next.add(answer.after(changes.getFirst())));
                    return next.getFirst();
                });
            }
            before = mesh;
        }
    }

    private static String name(Check check) {
        return check.getClass().getSimpleName();
    }

    private void time(String what, Runnable task) {
        long before = THREADS.getCurrentThreadCpuTime();
        task.run();
        double taken = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
        times.computeIfAbsent(what, _ -> new ArrayList<>()).add(taken);
    }

    /// The longest first.
    public void print(PrintStream out, String title, double least) {
        out.printf(
                "%n%s: %.1f ms%n",
                title, times.values().stream().mapToDouble(CheckTimes::median).sum());
        times.entrySet().stream()
                .map(one -> Map.entry(one.getKey(), median(one.getValue())))
                .filter(one -> one.getValue() >= least)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .forEach(one -> out.printf("  %-24s %8.2f%n", one.getKey(), one.getValue()));
    }

    private static double median(List<Double> some) {
        var sorted = some.stream().mapToDouble(one -> one).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
