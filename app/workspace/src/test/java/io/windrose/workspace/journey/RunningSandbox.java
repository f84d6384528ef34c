package io.windrose.workspace.journey;

import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Result;
import io.windrose.prometheus.DirectScrape;
import io.windrose.prometheus.Limits;
import io.windrose.prometheus.graph.GraphAnswer;
import io.windrose.prometheus.graph.GraphFlags;
import io.windrose.prometheus.graph.GraphRequest;
import io.windrose.sandbox.ReadyReport;
import io.windrose.sandbox.Sandbox;
import io.windrose.sandbox.SandboxOptions;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.TopologySnapshot;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A sandbox of a test's own, and what a user does with it.
final class RunningSandbox implements AutoCloseable {
    private static final int LIMIT_SECONDS = 60;
    private static final int PROXIES = 7;
    private final Sandbox sandbox;

    private RunningSandbox(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// Something that a user does to the folder of YAML.
    @FunctionalInterface
    interface Edit {
        void make() throws Exception;
    }

    static RunningSandbox start(Path configDir) {
        return new RunningSandbox(
                good(
                        Sandbox.start(
                                new SandboxOptions(
                                        Optional.of(configDir),
                                        SandboxOptions.DEFAULT.requestsPerSecond(),
                                        List.of()))));
    }

    /// `windrose graph --graph-type workload --inject-service-nodes --duration DURATION`
    static GraphRequest workloads(String duration) {
        return good(
                new GraphFlags("workload", "", duration, "", "", "", true, false, "", "").read());
    }

    static <T> T good(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    ReadyReport report() {
        return sandbox.report();
    }

    Readers readers() {
        return new Readers(report().ingress());
    }

    /// Edits, and waits until every proxy has acknowledged the mesh that came of it.
    void edit(Edit edit) throws Exception {
        long before = sandbox.meshes().get().number();
        edit.make();
        long version =
                await("a new mesh", sandbox.meshes(), mesh -> mesh.number() > before).number();
        await(
                "acknowledged by all proxies",
                sandbox.status(),
                status -> status.acknowledged(version) == PROXIES);
    }

    /// What the proxies counted while the readers asked so many times.
    TopologySnapshot graphOf(int requests) {
        var source =
                good(
                        DirectScrape.of(
                                List.of(report().metrics().toString()),
                                Limits.DEFAULT,
                                InstantSource.system(),
                                _ -> readers().ask(requests)));
        return answer(workloads("60s"), source).graph();
    }

    static GraphAnswer answer(GraphRequest request, io.windrose.prometheus.TrafficSource source) {
        return good(request.answer(source, MeshFacts.NONE));
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private static <T> T await(String what, Live<T> live, Predicate<T> state) throws Exception {
        var reached = new CompletableFuture<T>();
        try (var _ =
                live.subscribe(
                        Owner.direct(),
                        value -> {
                            if (state.test(value)) {
                                reached.complete(value);
                            }
                        })) {
            return reached.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
        } catch (java.util.concurrent.CompletionException late) {
            throw new AssertionError("not " + what + " in time: " + live.get(), late);
        }
    }
}
