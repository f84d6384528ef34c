package io.windrose.session.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.patch.ConfigPatch;
import io.windrose.kernel.Severity;
import java.nio.file.Path;
import java.util.List;
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
        var service =
                """
                apiVersion: v1
                kind: Service
                metadata: {name: other, namespace: default}
                spec: {ports: [{name: http, port: 80}]}
                """;

        assertThat(codes(List.of(EditedFile.of(OTHER, GATEWAY)))).noneMatch(this::isOfAHost);
        assertThat(codes(List.of(EditedFile.of(OTHER, GATEWAY + "---\n" + service))))
                .anyMatch(this::isOfAHost);
    }

    private boolean isOfAHost(String codes) {
        return codes.contains("KIA1101");
    }

    private List<String> codes(List<EditedFile> others) {
        return diagnosis(others).findings().stream().map(one -> one.problem().code()).toList();
    }

    private Diagnosis diagnosis(List<EditedFile> others) {
        var alone = Diagnostics.of(FILE, ROUTE, ConfigSnapshot.EMPTY);
        return analysis.complete(FILE, alone, others);
    }
}
