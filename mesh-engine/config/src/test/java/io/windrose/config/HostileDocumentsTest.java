package io.windrose.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.windrose.config.file.Validation;
import io.windrose.config.tree.Findings;
import io.windrose.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/// Whatever stands in a document, the answer is a few clear sentences, soon.
///
/// `-Dwindrose.hostile.size=1000000` makes each of them as large as is read, and prints how long
/// the slowest take.
final class HostileDocumentsTest {
    private static final int SMALL = 300;
    private static final int SIZE = Integer.getInteger("windrose.hostile.size", SMALL);
    private static final Duration GENEROUS = Duration.ofSeconds(10);
    private static final int SENTENCE = 1_200;
    private static final int SLOWEST = 25;

    private static final SortedMap<Long, String> BY_NANOS = new TreeMap<>();

    @TestFactory
    List<DynamicTest> areAnsweredSoonAndInAFewWords() {
        var documents = HostileDocuments.all(SIZE);
        assertThat(documents).hasSizeGreaterThan(200);
        return documents.stream()
                .map(one -> dynamicTest(one.name(), () -> check(one, answer(one))))
                .toList();
    }

    @AfterAll
    static void theSlowest(TestReporter figures) {
        BY_NANOS.reversed().entrySet().stream()
                .limit(SLOWEST)
                .forEach(one ->
                        figures.publishEntry(one.getValue(), one.getKey() / 1_000_000 + " ms"));
    }

    private static Validation answer(HostileDocuments document) {
        var bytes = document.bytes().get();
        long before = System.nanoTime();
        var answer =
                assertTimeoutPreemptively(
                        GENEROUS, () -> Validation.of("-", new ByteArrayInputStream(bytes)));
        BY_NANOS.put(System.nanoTime() - before, document.name());
        return answer;
    }

    private static void check(HostileDocuments document, Validation answer) {
        assertThat(problems(answer).isEmpty()).isNotEqualTo(document.harmful());
        assertThat(problems(answer))
                .allSatisfy(problem -> {
                    assertThat(problem.message()).isNotBlank();
                    assertThat(problem.toString()).hasSizeLessThan(SENTENCE);
                });
        for (var one : answer.documents()) {
            assertThat(one.errors().size()).isLessThanOrEqualTo(Findings.MOST + 1);
            assertThat(one.warnings().size()).isLessThanOrEqualTo(Findings.MOST + 1);
        }
    }

    private static List<Problem> problems(Validation answer) {
        return Stream.concat(
                        answer.unreadable().stream(),
                        answer.documents().stream()
                                .flatMap(one ->
                                        Stream.concat(
                                                one.errors().stream(), one.warnings().stream())))
                .toList();
    }
}
