package io.windrose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.testkit.ApiServer;
import io.windrose.testkit.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Kubernetes' own server of custom resources, with Istio's definitions, over TLS: in parts, with
/// the versions that it likes best, and with who wrote what.
@EnabledIfSystemProperty(
        named = "windrose.long",
        matches = "true",
        disabledReason = "two processes take seconds to start")
final class AnalyzeRealServerTest {
    private static final Pattern PLURAL = Pattern.compile("(?m)^    plural: (\\w+)");
    private static final String GROUP = "/apis/networking.istio.io/v1";

    /// More than are read at once.
    private static final int RULES = 501;

    @TempDir private Path folder;

    @Test
    void whatTheServerHasIsAnalyzed() throws IOException {
        try (var server = ApiServer.start(folder, List.of("shop"))) {
            for (var definition : definitions()) {
                var plural = PLURAL.matcher(definition);
                assertThat(plural.find()).isTrue();
                server.install(definition, List.of(GROUP + "/" + plural.group(1)));
            }
            for (int i = 0; i < RULES; i++) {
                assertThat(
                                server.post(
                                                GROUP
                                                        + "/namespaces/shop/virtualservices?fieldManager=tester",
                                                rule(i))
                                        .accepted())
                        .isTrue();
            }
            var config = server.kubeconfig().toString();
            var ended = Shell.run("analyze", "--kubeconfig", config);

            assertThat(ended.err()).isEmpty();
            assertThat(ended.out())
                    .contains("(real: VirtualService shop/rule-7 spec.http[0].fault)")
                    .contains("Set by tester, and unchanged for 0 hours.")
                    .contains(RULES + " objects analyzed: ");
            assertThat(ended.out().lines().filter(line -> line.contains("WR0201"))).hasSize(RULES);
        }
    }

    private static List<String> definitions() throws IOException {
        var all = Files.readString(Shared.path("conformance/crds/istio-crds.yaml"));
        return Pattern.compile("(?m)^---\\s*$")
                .splitAsStream(all)
                .filter(one ->
                        one.contains("kind: VirtualService\n") || one.contains("kind: Sidecar\n"))
                .toList();
    }

    private static String rule(int number) {
        return """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: rule-%d, namespace: shop}
        spec:
          hosts: [host-%d.example.com]
          gateways: [mesh]
          http:
            - fault: {abort: {httpStatus: 500, percentage: {value: 1}}}
              route: [{destination: {host: host-%d.example.com}}]
        """
                .formatted(number, number, number);
    }
}
