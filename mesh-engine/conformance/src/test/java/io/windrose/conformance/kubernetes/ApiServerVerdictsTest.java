package io.windrose.conformance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.windrose.config.schema.Definitions;
import io.windrose.testkit.ApiServer;
import io.windrose.testkit.Peer;
import io.windrose.testkit.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

/// Random documents, most of them with one mistake, sent to Kubernetes' own API server as a dry run
/// with strict validation: it says what we say, and it says the same with Istio's definitions and
/// with ours. Differences that are meant are listed in `differences.txt`.
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
    private static List<Crd> kinds = List.of();
    private static ApiServer withIstios;
    private static ApiServer withOurs;

    @BeforeAll
    static void install() throws Exception {
        // Asked on this thread, whose test is skipped where they are missing.
        var _ = List.of(Peer.ETCD.path(), Peer.API_EXTENSIONS.path());
        kinds = Crd.of(Files.readString(Shared.path("conformance/crds/istio-crds.yaml")));
        var ours = Crd.of(Definitions.ofTheMesh());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> start("istios", kinds));
            var second = threads.submit(() -> start("ours", ours));
            withIstios = first.get();
            withOurs = second.get();
        }
    }

    @AfterAll
    static void end() throws IOException {
        if (withIstios != null && withOurs != null) {
            withIstios.close();
            withOurs.close();
        }
        if (LONG) {
            var figures = new Figures(JUDGED, LISTED);
            Files.writeString(Path.of("target/api-server-verdicts.txt"), figures.text());
        }
    }

    @TestFactory
    Stream<DynamicTest> theApiServerSaysWhatWeSay() {
        return listed(Judgement::differences);
    }

    @TestFactory
    Stream<DynamicTest> ourDefinitionsSayWhatIstiosSay() {
        return listed(Judgement::differencesOfDefinitions);
    }

    private static Stream<DynamicTest> listed(Function<Judgement, Stream<String>> differences) {
        return kinds.stream()
                .map(crd ->
                        dynamicTest(
                                crd.kind(),
                                () -> {
                                    var judged = judged(crd);
                                    assertThat(judged).hasSize(DOCUMENTS);
                                    assertThat(judged)
                                            .filteredOn(one ->
                                                    !differences.apply(one).allMatch(LISTED::has))
                                            .isEmpty();
                                }));
    }

    private static List<Judgement> judged(Crd crd) {
        return JUDGED.computeIfAbsent(
                crd.kind(),
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
                    crd.kind(),
                    document,
                    Verdict.ours(document.text()),
                    Verdict.theirs(withIstios.post(path, document.text())),
                    Verdict.theirs(withOurs.post(path, document.text())));
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
