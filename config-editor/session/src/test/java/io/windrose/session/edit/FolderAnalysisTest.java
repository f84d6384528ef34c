package io.windrose.session.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.patch.ConfigPatch;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import io.windrose.testkit.FakeClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class FolderAnalysisTest {
    private static final Path FILE = Path.of("edge.yaml");
    private static final Path OTHER = Path.of("gateway.yaml");

    private static final String ROUTE =
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: shop, namespace: default}
            spec:
              hosts: [shop.example]
              gateways: [edge]
              http:
                - match: [{uri: {regex: .*}}]
                  route: [{destination: {host: shop}}]
            """;

    private static final String GATEWAY =
            """
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: edge, namespace: default}
            spec:
              selector: {istio: ingressgateway}
              servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example]}]
            """;

    private static final String SERVICE =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: shop, namespace: default}
            spec: {ports: [{name: http, port: 80}]}
            """;

    private static final String LEFT_OVER =
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: shop
              namespace: default
              managedFields:
              - manager: kubectl-edit
                time: "2026-11-20T12:00:00Z"
                fieldsV1: {"f:spec": {"f:http": {}}}
            spec:
              hosts: [shop.example.com]
              http:
              - fault: {abort: {httpStatus: 500, percentage: {value: 1}}}
                route: [{destination: {host: shop.example.com}}]
            """;

    private final FolderAnalysis analysis = new FolderAnalysis();

    @Test
    void whatOtherFilesHaveDecides() {
        assertThat(codes(List.of())).contains("IST0101, KIA1102, IST0132");
        assertThat(codes(List.of(EditedFile.of(OTHER, GATEWAY)))).containsExactly("WR0208");
    }

    @Test
    void noneKeepsADraftFromBeingApplied() {
        assertThat(diagnosis(List.of()).findings())
                .allMatch(one -> one.problem().severity() != Severity.ERROR);
    }

    @Test
    void aFixIsOneEditOfTheDraft() {
        var finding = diagnosis(List.of(EditedFile.of(OTHER, GATEWAY))).findings().getFirst();

        var edit = finding.fixes().getFirst().edit();

        assertThat(new ConfigPatch("edge.yaml", ROUTE, List.of(edit)).after())
                .isEqualTo(ROUTE.replace("regex: .*", "prefix: /"));
    }

    @Test
    void aFolderWithoutServicesSaysNothingOfHosts() {
        var other = GATEWAY + "---\n" + SERVICE.replace("shop", "other");

        assertThat(codes(List.of(EditedFile.of(OTHER, GATEWAY)))).noneMatch(this::isOfAHost);
        assertThat(codes(List.of(EditedFile.of(OTHER, other)))).anyMatch(this::isOfAHost);
    }

    @Test
    void whatRunsAroundTheFolderCountsAndIsNotJudged() {
        var other = GATEWAY + "---\n" + SERVICE.replace("shop", "other");
        var folder = FolderAnalysis.on(read("platform.yaml", other));

        var found = folder.check(Map.of(FILE, ROUTE), ConfigSnapshot.EMPTY);

        assertThat(found.files()).containsOnlyKeys(FILE);
        assertThat(found.findings())
                .extracting(one -> one.problem().code())
                .anyMatch(this::isOfAHost)
                .noneMatch(code -> code.contains("KIA1102"));
    }

    @Test
    void whatTheFolderHasInPlaceOfSomethingAroundItCounts() {
        var shop = GATEWAY.replace("shop.example", "other.example") + "---\n" + SERVICE;
        var folder = FolderAnalysis.on(read("platform.yaml", shop));
        var own = Map.of(FILE, ROUTE, OTHER, GATEWAY + "---\n" + SERVICE);

        assertThat(folder.check(own, ConfigSnapshot.EMPTY))
                .isEqualTo(new FolderAnalysis().check(own, ConfigSnapshot.EMPTY));
    }

    @Test
    void aSubsetThatNobodyDefinesIsOneErrorWithTheDefinedOnesToChoose() {
        var routes = Sample.ROUTES.replace("subset: v1", "subset: v4");
        var rule =
                """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: reviews, namespace: bookinfo}
                spec: {host: reviews, subsets: [{name: v1}, {name: v2}]}
                """;

        var found = analysis.check(Map.of(FILE, routes, OTHER, rule), ConfigSnapshot.EMPTY);

        var finding = found.of(FILE).findings().getFirst();
        assertThat(found.of(FILE).findings()).hasSize(1);
        assertThat(finding.problem().code()).startsWith("IST0101");
        assertThat(finding.problem().severity()).isEqualTo(Severity.ERROR);
        assertThat(routes.substring(finding.start(), finding.end())).isEqualTo("v4");
        assertThat(finding.fixes())
                .extracting(Finding.Fix::label)
                .first()
                .asString()
                .matches("Change to v[12]");
    }

    @Test
    void everyFileHasItsOwnAndFollowsWhatOthersBecome() {
        var both = Map.of(FILE, ROUTE, OTHER, GATEWAY);
        var without = Map.of(FILE, ROUTE, OTHER, GATEWAY.replace("name: edge", "name: rim"));

        assertThat(objects(both))
                .first()
                .matches(one -> one.errors() == 0 && one.warnings() == 0); // a hint is neither
        assertThat(analysis.check(without, ConfigSnapshot.EMPTY))
                .isEqualTo(new FolderAnalysis().check(without, ConfigSnapshot.EMPTY));
        assertThat(objects(without))
                .first()
                .matches(one -> one.errors() == 0 && one.warnings() == 1);
        assertThat(analysis.check(both, ConfigSnapshot.EMPTY))
                .isEqualTo(new FolderAnalysis().check(both, ConfigSnapshot.EMPTY));
    }

    @Test
    void allOfAKindAreRepairedInEveryFile() {
        var texts = new TreeMap<Path, String>();
        for (var name : List.of("a", "b", "c")) {
            texts.put(Path.of(name + ".yaml"), balanced(name) + "---\n" + balanced(name + "-2"));
        }
        texts.put(OTHER, GATEWAY);

        var after =
                Repairs.all(
                        (file, one) ->
                                one.problem().message().contains("LEAST_CONN")
                                        && !file.equals(Path.of("b.yaml")),
                        texts,
                        ConfigSnapshot.EMPTY,
                        analysis);

        assertThat(after).containsOnlyKeys(Path.of("a.yaml"), Path.of("c.yaml"));
        assertThat(after.values()).allMatch(text -> !text.contains("LEAST_CONN"));
        assertThat(after)
                .containsEntry(
                        Path.of("a.yaml"),
                        (balanced("a") + "---\n" + balanced("a-2"))
                                .replace("LEAST_CONN", "LEAST_REQUEST"));
    }

    private List<EditedFile.Entry> objects(Map<Path, String> texts) {
        return analysis.check(texts, ConfigSnapshot.EMPTY).read().values().stream()
                .filter(file -> file.file().equals(FILE))
                .flatMap(file -> file.objects().stream())
                .toList();
    }

    private static YamlFile read(String name, String text) {
        return switch (YamlFile.parse(name, text)) {
            case Result.Ok<YamlFile>(var file, _) -> file;
            case Result.Err<YamlFile>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    private static String balanced(String host) {
        return """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: %s, namespace: default}
        spec: {host: %s, trafficPolicy: {loadBalancer: {simple: LEAST_CONN}}}
        """
                .formatted(host, host);
    }

    private boolean isOfAHost(String codes) {
        return codes.contains("KIA1101");
    }

    private List<String> codes(List<EditedFile> others) {
        return diagnosis(others).findings().stream().map(one -> one.problem().code()).toList();
    }

    private Diagnosis diagnosis(List<EditedFile> others) {
        var texts = new TreeMap<>(Map.of(FILE, ROUTE));
        others.forEach(one -> texts.put(one.file(), one.text().orElseThrow()));
        return analysis.check(texts, ConfigSnapshot.EMPTY).of(FILE);
    }

    /// Nothing of the folder changes; the day does.
    @Test
    void howOldThingsAreFollowsTheClock() {
        var clock = new FakeClock(Instant.parse("2026-11-22T12:00:00Z"));
        var folder = new FolderAnalysis(List.of(), clock);
        var texts = Map.of(OTHER, LEFT_OVER);

        assertThat(messages(folder.check(texts, ConfigSnapshot.EMPTY)))
                .anyMatch(one -> one.endsWith("unchanged for 2 days."));
        clock.advance(Duration.ofDays(30));
        assertThat(messages(folder.check(texts, ConfigSnapshot.EMPTY)))
                .anyMatch(one -> one.endsWith("unchanged for 32 days."));
    }

    private static List<String> messages(FolderDiagnosis diagnosis) {
        return diagnosis.findings().stream().map(one -> one.problem().message()).toList();
    }
}
