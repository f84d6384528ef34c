package io.windrose.conformance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.windrose.config.schema.Definitions;
import io.windrose.testkit.ApiServer;
import io.windrose.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/// Random documents, most of them with one mistake, sent to Kubernetes' own API server as a dry run
/// with strict validation: it says what we say, and of Istio's kinds it says the same with Istio's
/// definitions and with ours. Differences that are meant are listed in `differences.txt`.
///
/// `-Dwindrose.long=true` takes 2,000 documents of each kind, and writes the figures to
/// `target/api-server-verdicts.txt`.
final class ApiServerVerdictsTest {
    private static final boolean LONG = Boolean.getBoolean("windrose.long");
    private static final int DOCUMENTS =
            Integer.getInteger("windrose.documents", LONG ? 2_000 : 30);
    private static final int AT_ONCE = 24;
    private static final String QUERY = "?dryRun=All&fieldValidation=Strict";

    @TempDir private static Path folder;
    private static final Differences LISTED = Differences.listed();
    private static final Map<String, List<Judgement>> JUDGED = new ConcurrentHashMap<>();
    private static final Semaphore TURNS = new Semaphore(AT_ONCE);
    private static final Map<Upstream, List<Crd>> KINDS = new EnumMap<>(Upstream.class);
    private static final Map<Upstream, TestAbortedException> MISSING =
            new EnumMap<>(Upstream.class);
    private static ApiServer withTheirs;
    private static ApiServer withOurs;

    @BeforeAll
    static void install() throws Exception {
        // Asked on this thread, whose test is skipped where they are missing.
        var _ = List.of(Peer.ETCD.path(), Peer.API_EXTENSIONS.path());
        for (var upstream : Upstream.values()) {
            try {
                KINDS.put(upstream, upstream.definitions());
            } catch (TestAbortedException missing) {
                MISSING.put(upstream, missing);
            }
        }
        var theirs = KINDS.values().stream().flatMap(List::stream).toList();
        var ours = Crd.of(Definitions.ofTheMesh());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> start("theirs", theirs));
            var second = threads.submit(() -> start("ours", ours));
            withTheirs = first.get();
            withOurs = second.get();
        }
    }

    @AfterAll
    static void end() throws IOException {
        if (withTheirs != null && withOurs != null) {
            withTheirs.close();
            withOurs.close();
        }
        if (LONG) {
            var figures = new Figures(JUDGED, LISTED);
            Files.writeString(Path.of("target/api-server-verdicts.txt"), figures.text());
        }
    }

    @TestFactory
    Stream<DynamicTest> theApiServerSaysWhatWeSay() {
        var missing =
                MISSING.entrySet().stream()
                        .map(one ->
                                dynamicTest(
                                        one.getKey().name(),
                                        () -> {
                                            throw one.getValue();
                                        }));
        var there =
                KINDS.values().stream()
                        .flatMap(List::stream)
                        .map(crd -> listed(crd, Judgement::differences));
        return Stream.concat(there, missing);
    }

    @TestFactory
    Stream<DynamicTest> ourDefinitionsSayWhatIstiosSay() {
        return KINDS.getOrDefault(Upstream.ISTIO, List.of()).stream()
                .map(crd -> listed(crd, Judgement::differencesOfDefinitions));
    }

    private static DynamicTest listed(Crd crd, Function<Judgement, Stream<String>> differences) {
        return dynamicTest(
                crd.label(),
                () -> {
                    var judged = judged(crd);
                    assertThat(judged).hasSize(DOCUMENTS);
                    assertThat(judged)
                            .filteredOn(one -> !differences.apply(one).allMatch(LISTED::has))
                            .isEmpty();
                });
    }

    private static List<Judgement> judged(Crd crd) {
        return JUDGED.computeIfAbsent(
                crd.label(),
                _ -> {
                    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                        return threads
                                .invokeAll(
                                        IntStream.range(0, DOCUMENTS)
                                                .<Callable<Judgement>>mapToObj(
                                                        number -> () -> judged(crd, number))
                                                .toList())
                                .stream()
                                .map(Future::resultNow)
                                .toList();
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                });
    }

    private static Judgement judged(Crd crd, int number) throws InterruptedException {
        TURNS.acquire();
        try {
            var document = new Documents(crd).document(number);
            var path = crd.path(document.version(), Documents.NAMESPACE) + QUERY;
            return new Judgement(
                    crd.label(),
                    document,
                    Verdict.ours(document.text()),
                    Verdict.theirs(withTheirs.post(path, document.text())),
                    crd.isIstios()
                            ? Optional.of(Verdict.theirs(withOurs.post(path, document.text())))
                            : Optional.empty());
        } finally {
            TURNS.release();
        }
    }

    private static ApiServer start(String name, List<Crd> definitions) throws IOException {
        var server =
                ApiServer.start(
                        Files.createDirectory(folder.resolve(name)),
                        List.of("default", Documents.NAMESPACE));
        Crd.install(definitions, server);
        return server;
    }
}
