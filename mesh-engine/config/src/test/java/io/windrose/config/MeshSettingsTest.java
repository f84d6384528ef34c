package io.windrose.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is said of the settings of a mesh: in a file of their own, in the ConfigMap `istio`, and in
/// an IstioOperator.
final class MeshSettingsTest {
    private static final String GOOD =
            """
            accessLogFile: /dev/stdout
            enableTracing: true
            connectTimeout: 5s
            defaultConfig:
              holdApplicationUntilProxyStarts: true
              proxy_metadata: {ISTIO_META_DNS_CAPTURE: "true"}
              tracing: {sampling: 10, zipkin: {address: "zipkin.observe:9411"}}
              gatewayTopology: {numTrustedProxies: 1}
            extensionProviders:
            - name: authz
              envoyExtAuthzGrpc: {service: authz.shop.svc.cluster.local, port: 9000, timeout: 1s}
            - name: spans
              opentelemetry:
                service: otel.observe.svc.cluster.local
                port: 4317
                resource_detectors: {environment: {}}
            - {name: figures, prometheus: {}}
            discoverySelectors:
            - matchLabels: {mesh: "yes"}
            - matchExpressions: [{key: app, operator: In, values: [a, b]}]
            serviceSettings:
            - settings: {cluster_local: true}
              hosts: ["*.kube-system.svc.cluster.local"]
            meshMTLS: {minProtocolVersion: TLSV1_3}
            ingressControllerMode: "OFF"
            tcpKeepalive: null
            """;

    private static final String BAD =
            """
            accessLogfile: /dev/stdout
            connectTimeout: 5
            outboundTrafficPolicy: {mode: REGISTRY}
            extensionProviders:
            - {name: authz, envoyExtAuthzGrpc: {service: authz}}
            - {name: authz, zipkin: {service: zipkin, port: 9411}, datadog: {service: d, port: 1}}
            defaultConfig: {tracing: {sampling: 101}}
            """;

    private static final List<String> WRONG =
            List.of(
                    "accessLogfile MESH0120 WARNING",
                    "connectTimeout MESH0121 ERROR",
                    "defaultConfig.tracing.sampling MESH0126 ERROR",
                    "extensionProviders[0].envoyExtAuthzGrpc.port MESH0122 ERROR",
                    "extensionProviders[1] MESH0127 ERROR",
                    "extensionProviders[1].datadog MESH0124 ERROR",
                    "outboundTrafficPolicy.mode MESH0123 ERROR");

    @Test
    void aFileOfTheirOwnIsJudgedWhereItIsWrong() {
        assertThat(said("", ConfigReader.readMeshConfig("mesh.yaml", GOOD).problems())).isEmpty();

        var problems = ConfigReader.readMeshConfig("mesh.yaml", BAD).problems();

        assertThat(said("", problems)).containsExactlyElementsOf(WRONG);
        assertThat(problems)
                .filteredOn(problem -> problem.place().path().equals("outboundTrafficPolicy.mode"))
                .extracting(problem -> problem.place().line())
                .containsExactly(3);
    }

    @Test
    void theConfigMapIsJudgedByThePathInItsText() {
        assertThat(said("data.mesh.", ConfigReader.read("istio.yaml", map(GOOD)).problems()))
                .isEmpty();

        var problems = ConfigReader.read("istio.yaml", map(BAD)).problems();

        assertThat(said("data.mesh.", problems)).containsExactlyElementsOf(WRONG);
        assertThat(problems)
                .extracting(one -> places(one.place()))
                .containsExactly("6:5", "7:21", "8:35", "10:21", "11:7", "11:60", "12:41");
    }

    @Test
    void aTextInQuotesIsJudgedWhereItBegins() {
        var quoted = map("").replace("|\n", "\"connectTimeout: 5\\naccessLogfile: /dev/null\"\n");

        assertThat(ConfigReader.read("istio.yaml", quoted).problems())
                .extracting(one -> places(one.place()))
                .containsOnly("5:9")
                .hasSize(2);
    }

    @Test
    void whatIsNoYamlInABlockIsSaidAtItsTruePlace() {
        var text = map("\nconnectTimeout: 5s\n\n  b: {c").replace("|", "|-").replace("\n", "\r\n");

        assertThat(ConfigReader.read("istio.yaml", text).problems())
                .extracting(one -> places(one.place()) + " " + one.place().path())
                .containsExactly("9:8 data.mesh");
    }

    @Test
    void anOperatorsSettingsAreTheSame() {
        var text =
                """
                apiVersion: install.istio.io/v1alpha1
                kind: IstioOperator
                metadata: {name: mesh, namespace: istio-system}
                spec:
                  profil: default
                  components:
                    pilot: {k8s: {replicaCount: two}}
                    ingressGateways: [{name: front, enabled: true}]
                  meshConfig:
                """
                        + BAD.indent(4);

        assertThat(said("spec.", ConfigReader.read("operator.yaml", text).problems()))
                .contains(
                        "profil MESH0120 WARNING",
                        "components.pilot.k8s.replicaCount MESH0121 ERROR")
                .containsAll(WRONG.stream().map(line -> "meshConfig." + line).toList());
    }

    @Test
    void networksAreJudgedToo() {
        var text =
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: istio-system}
                data:
                  meshNetworks: |
                    networks:
                      near:
                        endpoints: [{fromRegistry: east}, {fromCidr: 10.0.0.0/99}, {}]
                        gateways: [{address: 1.2.3.4, port: 15443}, {address: gw.example}]
                """;

        assertThat(
                        said(
                                "data.meshNetworks.networks.",
                                ConfigReader.read("i.yaml", text).problems()))
                .containsExactly(
                        "near.endpoints[1].fromCidr MESH0125 ERROR",
                        "near.endpoints[2] MESH0122 ERROR",
                        "near.gateways[1].port MESH0122 ERROR");
    }

    private static String map(String settings) {
        return """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: istio, namespace: istio-system}
        data:
          mesh: |
        """
                + settings.indent(4);
    }

    private static String places(Place place) {
        return place.line() + ":" + place.column();
    }

    private static List<String> said(String prefix, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.place().path().startsWith(prefix))
                .map(problem ->
                        "%s %s %s"
                                .formatted(
                                        problem.place().path().substring(prefix.length()),
                                        problem.code(),
                                        problem.severity()))
                .sorted()
                .toList();
    }
}
