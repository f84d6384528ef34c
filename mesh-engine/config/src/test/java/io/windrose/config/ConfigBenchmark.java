package io.windrose.config;

import io.windrose.config.decode.Decoder;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/// Prints what reading and judging cost, as medians: wall time, and the time of this thread on the
/// processor. Runs from the test class path.
public final class ConfigBenchmark {
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 5;
    private static final String ROUTE =
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: reviews-%1$d
              namespace: shop
              labels:
                app: reviews
                team: front
            spec:
              hosts:
              - reviews-%1$d.shop.svc.cluster.local
              gateways:
              - mesh
              - istio-system/public
              http:
              - name: canary # a tenth of the readers
                match:
                - uri:
                    prefix: /api/v1/reviews
                  headers:
                    end-user:
                      exact: jason
                timeout: 5s
                retries:
                  attempts: 3
                  perTryTimeout: 2s
                  retryOn: 5xx,reset
                route:
                - destination:
                    host: reviews-%1$d
                    subset: v1
                    port:
                      number: 9080
                  weight: 90
                - destination:
                    host: reviews-%1$d
                    subset: v2
                    port:
                      number: 9080
                  weight: 10
              - name: all
                route:
                - destination:
                    host: reviews-%1$d
                    subset: v1
            """;

    private ConfigBenchmark() {}

    public static void main(String[] args) {
        measure(System.out);
    }

    private static void measure(PrintStream out) {
        out.printf("%-50s %10s %10s%n", "what (ms, median of " + ROUNDS + ")", "wall", "cpu");
        var many = routes(10_000);
        var title = "10,000 VirtualServices, %.1f MB".formatted(many.length() / 1e6);
        print(out, title + ": parsed", 1, () -> parsed(many));
        print(out, title + ": parsed and judged", 1, () -> judged(many));
        var file = routes(5_000 / (int) ROUTE.lines().count() + 1);
        var before = file.substring(0, file.length() / 2);
        var after = file.substring(file.length() / 2);
        title = file.lines().count() + " lines after a keystroke";
        print(out, title + ": parsed", 1, () -> parsed(before + " " + after));
        print(out, title + ": parsed and judged", 1, () -> judged(before + " " + after));
        var one = parsed(routes(1));
        var decoder = new Decoder("", Severity.ERROR);
        print(out, "one VirtualService: judged", 1_000, () -> decoder.decodeObjects(one));
        print(out, "one VirtualService: parsed and judged", 1_000, () -> judged(one.text()));
    }

    private static String routes(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("---\n").append(ROUTE.replace("%1$d", Integer.toString(i)));
        }
        return text.toString();
    }

    private static YamlFile parsed(String text) {
        return switch (YamlFile.parse("f.yaml", text)) {
            case Result.Ok<YamlFile>(var yaml, _) -> yaml;
            case Result.Err<YamlFile>(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    private static void judged(String text) {
        var decoded = new Decoder("", Severity.ERROR).decodeObjects(parsed(text));
        if (!decoded.getFirst().valid()) {
            throw new IllegalStateException(decoded.getFirst().problems().toString());
        }
    }

    /// @param times how often `work` is done in a round; what is printed is for one
    private static void print(PrintStream out, String what, int times, Runnable work) {
        var wall = new double[ROUNDS];
        var cpu = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long before = System.nanoTime();
            for (int i = 0; i < times; i++) {
                work.run();
            }
            if (round >= 0) {
                long used =
                        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore;
                wall[round] = (System.nanoTime() - before) / 1e6 / times;
                cpu[round] = used / 1e6 / times;
            }
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        out.printf(Locale.ROOT, "%-50s %10.3f %10.3f%n", what, wall[ROUNDS / 2], cpu[ROUNDS / 2]);
    }
}
