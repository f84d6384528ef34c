package io.windrose.config.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.Span;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Our definitions beside Istio's: the same kinds under the same names, and of random documents,
/// most of them with a mistake, the same ones are accepted.
///
/// `-Dwindrose.definitions=2000` makes as many of them for each kind.
final class DefinitionsTest {
    private static final int DOCUMENTS = Integer.getInteger("windrose.definitions", 120);
    private static final Definition MISSING =
            new Definition(new Mapping(List.of(), false, new Span(0, 0, 0, 0, 0, 0)));

    @Test
    void defineTheKindsThatIstioDefines() {
        assertThat(Definition.ofWindrose().keySet())
                .containsExactlyInAnyOrderElementsOf(Definition.ofIstio().keySet());
    }

    @TestFactory
    Stream<DynamicTest> haveTheNamesVersionsAndColumnsOfIstios() {
        var ours = Definition.ofWindrose();
        return Definition.ofIstio().entrySet().stream()
                .map(entry ->
                        dynamicTest(
                                entry.getKey(),
                                () ->
                                        assertThat(
                                                        outline(
                                                                ours.getOrDefault(
                                                                        entry.getKey(), MISSING)))
                                                .isEqualTo(outline(entry.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> acceptWhatIstiosAccept() {
        var ours = Definition.ofWindrose();
        return Definition.ofIstio().entrySet().stream()
                .map(entry ->
                        dynamicTest(
                                entry.getKey(),
                                () ->
                                        compare(
                                                entry.getKey(),
                                                entry.getValue().ofSpec(),
                                                ours.getOrDefault(entry.getKey(), MISSING)
                                                        .ofSpec())));
    }

    /// A number out of its range is refused at once; of a few Istio leaves that to its webhook.
    private static void compare(String kind, Definition theirs, Definition ours) {
        int accepted = 0;
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            var random = new SplittableRandom(seed);
            var spec = CrdMutationTest.value(theirs, random, 0);
            if (seed % 3 > 0) {
                spec = CrdMutationTest.mutated(spec, random);
            }
            boolean taken = theirs.accepts(spec);
            accepted += taken ? 1 : 0;
            if (ours.accepts(spec) != taken) {
                assertThat(taken).as("seed %d: %s", seed, CrdMutationTest.json(spec)).isTrue();
                assertThat(CrdMutationTest.problems(CrdMutationTest.text(kind, spec)))
                        .as("seed %d: %s", seed, CrdMutationTest.json(spec))
                        .anyMatch(problem -> problem.contains("[MESH0126]"));
            }
        }
        assertThat(accepted).isBetween(1, DOCUMENTS - 1);
    }

    private static List<String> outline(Definition crd) {
        var names = crd.at("names").orElseThrow();
        return Stream.concat(
                        Stream.of(
                                crd.text("scope"),
                                names.text("kind"),
                                names.text("listKind"),
                                names.text("plural"),
                                names.text("singular"),
                                names.words("shortNames").toString(),
                                names.words("categories").toString()),
                        crd.versions().stream()
                                .map(version ->
                                        "%s %s %s %s %s"
                                                .formatted(
                                                        version.text("name"),
                                                        version.text("served"),
                                                        version.text("storage"),
                                                        version.at("subresources")
                                                                .flatMap(one -> one.at("status"))
                                                                .isPresent(),
                                                        columns(version)))
                                .sorted())
                .toList();
    }

    /// Age alone is what `kubectl get` shows without being told.
    private static String columns(Definition version) {
        var columns =
                version.definitions("additionalPrinterColumns").stream()
                        .map(one -> one.text("name") + one.text("jsonPath") + one.text("type"))
                        .collect(Collectors.toCollection(TreeSet::new));
        return columns.size() <= 1 ? "" : columns.toString();
    }
}
