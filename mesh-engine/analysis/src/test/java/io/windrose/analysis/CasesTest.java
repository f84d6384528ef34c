package io.windrose.analysis;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.analysis.check.Checks;
import io.windrose.analysis.run.ClusterAnalysis;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our own cases: files `CODE-what.yaml` in `cases`, for and against a code. A line ends with `#
/// want CODE` where a finding has its place; no other finding of the codes that the file or its
/// name has is wanted.
///
/// What follows a line `# cluster NAME` is in that cluster, up to the next such line.
final class CasesTest {
    private static final Pattern CODE = Pattern.compile("[A-Z]+[0-9]+");
    private static final Pattern WANT = Pattern.compile("# want ([A-Z0-9 ]+)$", Pattern.MULTILINE);
    private static final Pattern CLUSTER = Pattern.compile("# cluster (\\S+)");
    private static final List<Case> CASES = read();

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatTheCommentsSay(Case one) {
        assertThat(one.found()).isEqualTo(one.wanted());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFixRemovesItsFindingAndAddsNone(Case one) {
        for (var finding : one.findings()) {
            for (var fix : finding.fixes()) {
                var allowed = one.all();
                allowed.remove(kind(finding));
                for (var left : one.after(fix).all()) {
                    assertThat(allowed.remove(left))
                            .as("%s for %s leaves or makes %s", fix, finding.message(), left)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void messagesAreSentences(Case one) {
        for (var finding : one.findings()) {
            assertThat(finding.message()).matches("(?s)\\S.*\\S[.?]").doesNotContain("%s", "null");
            assertThat(finding.place().line()).as(finding.message()).isPositive();
        }
    }

    /// One where it has something to say, and a file where it has not; for codes of ours the latter
    /// is in the same file.
    @Test
    void everyCodeHasCasesForAndAgainst() {
        var said = new TreeSet<String>();
        var silent = new TreeSet<String>();
        for (var one : cases()) {
            var wanted = Case.wantedCodes(one.yaml());
            said.addAll(wanted);
            one.codes().stream().filter(code -> !wanted.contains(code)).forEach(silent::add);
        }
        var all =
                Checks.ALL.stream()
                        .flatMap(check -> check.codes().stream())
                        .collect(toCollection(TreeSet::new));
        assertThat(all).as("without a case for it").isSubsetOf(said);
        all.removeIf(code -> silent.contains(code) || code.startsWith("WR"));
        assertThat(all).as("without a case against it").isEmpty();
    }

    /// Of one code, those that begin with the same word are one.
    @Test
    void thereAreManyKindsOfRepairs() {
        var repairs = new TreeSet<String>();
        for (var one : cases()) {
            for (var finding : one.findings()) {
                for (var fix : finding.fixes()) {
                    var verb = fix.title().replaceFirst("(\\w+).*", "$1");
                    repairs.add(finding.codes().getFirst().id() + " " + verb);
                }
            }
        }
        assertThat(repairs).hasSizeGreaterThanOrEqualTo(90);
    }

    /// Not where it is: a repair moves lines and positions.
    private static String kind(Finding finding) {
        return finding.codes().stream().map(Code::id).toList() + " " + finding.place().resource();
    }

    /// @param codes that it is about
    /// @param everything that is found in it, whatever its code
    record Case(String name, YamlFile yaml, Set<String> codes, List<Finding> everything) {

        static Case of(String name, YamlFile yaml) {
            var codes = codes(name).collect(toCollection(TreeSet::new));
            codes.addAll(wantedCodes(yaml));
            return of(name, yaml, codes);
        }

        private static Case of(String name, YamlFile yaml, Set<String> codes) {
            var clusters = new LinkedHashMap<String, List<MeshObject>>();
            texts(yaml.text())
                    .forEach((cluster, text) -> {
                        var file = value(YamlFile.parse(cluster + name, text));
                        clusters.put(cluster, MeshObject.of(file));
                    });
            var findings = ClusterAnalysis.findings(clusters, Settings.DEFAULT, codes);
            return new Case(
                    name, yaml, codes, findings.values().stream().flatMap(List::stream).toList());
        }

        /// Each with as many lines as the whole.
        private static SequencedMap<String, String> texts(String whole) {
            var texts = new LinkedHashMap<String, StringBuilder>();
            var lines = whole.lines().toList();
            var cluster = "";
            for (int i = 0; i < lines.size(); i++) {
                var begins = CLUSTER.matcher(lines.get(i));
                cluster = begins.matches() ? begins.group(1) : cluster;
                var text = texts.computeIfAbsent(cluster, _ -> new StringBuilder());
                text.repeat('\n', i - (int) text.chars().filter(one -> one == '\n').count());
                text.append(lines.get(i)).append('\n');
            }
            if (texts.size() > 1) {
                texts.remove("");
            }
            var all = new LinkedHashMap<String, String>();
            texts.forEach((name, text) -> all.put(name, text.toString()));
            return all;
        }

        private static Stream<String> codes(String text) {
            return CODE.matcher(text).results().map(found -> found.group());
        }

        Case after(Fix fix) {
            return of(name, value(YamlFile.parse(name, value(fix.patch()).after())), codes);
        }

        List<Finding> findings() {
            return everything.stream().filter(one -> codes.stream().anyMatch(one::has)).toList();
        }

        /// `codes resource` of each finding, whatever its code.
        List<String> all() {
            return everything.stream().map(CasesTest::kind).collect(toCollection(ArrayList::new));
        }

        List<String> found() {
            return findings().stream()
                    .flatMap(one ->
                            one.codes().stream()
                                    .filter(code -> codes.contains(code.id()))
                                    .map(code -> at(one.place().line(), code.id())))
                    .sorted()
                    .toList();
        }

        List<String> wanted() {
            var lines = yaml.text().lines().toList();
            var wanted = new ArrayList<String>();
            for (int i = 0; i < lines.size(); i++) {
                int line = i + 1;
                WANT.matcher(lines.get(i))
                        .results()
                        .flatMap(one -> codes(one.group(1)))
                        .forEach(code -> wanted.add(at(line, code)));
            }
            return wanted.stream().sorted().toList();
        }

        static Set<String> wantedCodes(YamlFile yaml) {
            return WANT.matcher(yaml.text())
                    .results()
                    .flatMap(one -> codes(one.group(1)))
                    .collect(toCollection(TreeSet::new));
        }

        private static String at(int line, String code) {
            return "%4d: %s".formatted(line, code);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return CASES;
    }

    private static List<Case> read() {
        var folder = Objects.requireNonNull(CasesTest.class.getResource("cases"));
        try (var files = Files.list(Path.of(URI.create(folder.toString())))) {
            return files.sorted()
                    .map(file -> Case.of(file.getFileName().toString(), value(YamlFile.read(file))))
                    .toList();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static <T> T value(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
