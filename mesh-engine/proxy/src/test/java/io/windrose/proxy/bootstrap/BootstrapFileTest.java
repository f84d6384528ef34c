package io.windrose.proxy.bootstrap;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.proxy.wire.WireTypes;
import io.windrose.runtime.ResourceSet;
import io.windrose.runtime.RuntimeBuilder;
import io.windrose.testkit.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BootstrapFileTest {
    private final BootstrapFile reader = new BootstrapFile(new WireTypes());

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "plain.yaml,          app",
        "sidecar-client.yaml, outbound|80||app.default.svc.cluster.local",
        "sidecar-server.yaml, inbound|8080||",
    })
    void theBenchmarksBootstrapsLoadWithoutAWarning(String name, String cluster)
            throws IOException {
        var text = rendered(Files.readString(Shared.path("bench/envoy/" + name)));

        var read = reader.parse(name, text);

        assertThat(read.problems()).isEmpty();
        var bootstrap = value(read);
        assertThat(bootstrap.admin()).contains(new ServerAddress.Tcp("127.0.0.1", 15000));
        assertThat(bootstrap.message().getStaticResources().getClustersList())
                .extracting(Cluster::getName)
                .containsExactly(cluster);
        assertThat(bootstrap.message().getStaticResources().getListenersCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.yaml", "sidecar-client.yaml", "sidecar-server.yaml"})
    void theBenchmarksResourcesAreServedWhole(String name) throws IOException {
        var text = rendered(Files.readString(Shared.path("bench/envoy/" + name)));
        var given = value(reader.parse(name, text)).message().getStaticResources();

        var update =
                new RuntimeBuilder()
                        .apply(
                                new ResourceSet(
                                        given.getListenersList().stream()
                                                .collect(toMap(Listener::getName, identity())),
                                        Map.of(),
                                        given.getClustersList().stream()
                                                .collect(toMap(Cluster::getName, identity())),
                                        Map.of()));

        assertThat(update.rejections()).isEmpty();
        assertThat(update.snapshot().listeners()).hasSize(given.getListenersCount());
        assertThat(update.snapshot().clusters()).hasSize(given.getClustersCount());
    }

    /// All features on, as the benchmark's own substitution would have it.
    private static String rendered(String text) {
        var kept = new StringBuilder();
        for (var line : text.lines().toList()) {
            if (!line.contains("#?!")) {
                kept.append(line.replaceAll("\\s*#\\?.*", "")).append('\n');
            }
        }
        return Pattern.compile("\\$\\{([A-Z_]+)}")
                .matcher(kept)
                .replaceAll(found ->
                        switch (found.group(1)) {
                            case "ADMIN_PORT" -> "15000";
                            case "LISTEN_PORT", "BACKEND_PORT", "PEER_PORT" -> "8080";
                            case "LOG_FORMAT" -> "%START_TIME%\\\\n";
                            default -> "x";
                        });
    }

    @Test
    void jsonWithTrailingCommasAndBothNameStylesIsRead() {
        var bootstrap =
                value(
                        reader.parse(
                                "envoy.json",
                                """
                                {
                                  "node": {"id": "a", "metadata": {"NAMESPACE": "default",},},
                                  "admin": {"address": {"socketAddress": {"address": "::1", "port_value": 15000}}},
                                  "dynamicResources": {
                                    "ads_config": {
                                      "apiType": "DELTA_GRPC",
                                      "grpc_services": [{
                                        "envoy_grpc": {"cluster_name": "xds-grpc"},
                                        "initialMetadata": [{"key": "Authorization", "value": "Bearer t"}],
                                      }]}},
                                  "static_resources": {"clusters": [{
                                    "name": "xds-grpc",
                                    "loadAssignment": {"endpoints": [{"lbEndpoints": [
                                      {"endpoint": {"address": {"pipe": {"path": "./etc/istio/proxy/XDS"}}}}]}]}}]}
                                }
                                """));

        assertThat(bootstrap.node().getMetadata().getFieldsOrThrow("NAMESPACE").getStringValue())
                .isEqualTo("default");
        assertThat(bootstrap.admin()).contains(new ServerAddress.Tcp("::1", 15000));
        assertThat(bootstrap.ads())
                .isEqualTo(
                        Optional.of(
                                new AdsSource(
                                        new ServerAddress.Unix("./etc/istio/proxy/XDS"),
                                        AdsSource.Mode.DELTA,
                                        Map.of("authorization", "Bearer t"))));
    }

    @Test
    void eachUnknownFieldIsRefusedWhereItStands() {
        var read =
                reader.parse(
                        "b.yaml",
                        """
                        nodes: {}
                        staticResources:
                          clusters:
                          - name: a
                            conect_timeout: 1s
                          listeners:
                          - name: l
                            filter_chains:
                            - filters:
                              - name: f
                                typed_config:
                                  "@type": type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy
                                  clustr: a
                        """);

        assertThat(read.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "b.yaml:1:1: nodes: Bootstrap has no field nodes [MESH1304]",
                        "b.yaml:5:5: staticResources.clusters[0].conect_timeout: Cluster has no"
                                + " field conect_timeout [MESH1304]",
                        "b.yaml:13:11: staticResources.listeners[0].filter_chains[0].filters[0]"
                                + ".typed_config.clustr: TcpProxy has no field clustr [MESH1304]");
    }

    @Test
    void aStaticResourceHasThePlaceWhereItBegins() {
        var places =
                value(
                                reader.parse(
                                        "b.yaml",
                                        """
                                        static_resources:
                                          clusters:
                                          - connect_timeout: 1s
                                            name: a
                                          - {name: outbound|80||b.default.svc, type: STATIC}
                                        """))
                        .places();

        assertThat(places.of("clusters", "outbound|80||b.default.svc")).hasToString("b.yaml:5:5");
        assertThat(places.of("clusters", "a")).hasToString("b.yaml:3:5");
        assertThat(places.of("clusters", "c")).hasToString("b.yaml");
        assertThat(places.of("listeners", "a")).hasToString("b.yaml");
    }

    @Test
    void anUnknownExtensionStaysInPlaceUnderItsOwnType() throws Exception {
        var read =
                reader.parse(
                        "b.yaml",
                        """
                        bootstrap_extensions:
                        - name: x
                          typed_config:
                            "@type": type.googleapis.com/istio.workload.BootstrapExtension
                            config_source: {ads: {}}
                        """);

        var packed = value(read).message().getBootstrapExtensions(0).getTypedConfig();
        assertThat(packed.unpack(com.github.xds.type.v3.TypedStruct.class).getTypeUrl())
                .isEqualTo("type.googleapis.com/istio.workload.BootstrapExtension");
        assertThat(read.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "the type type.googleapis.com/istio.workload.BootstrapExtension is not"
                                + " known");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: [1'                    | b.yaml:1:6: expected ',' or ']', but got <stream end> [MESH1302]",
                "'a: 1\na: 2'               | b.yaml:2:1: found duplicate key a [MESH1302]",
                "'- a'                      | b.yaml: a bootstrap is a mapping with keys such as node, admin and static_resources [MESH1302]",
                "'node: 5' | b.yaml:1:1: node: Expect message object but got: 5 [MESH1303]",
                "'admin:\n  address:\n    socket_address: {address: localhost, port_value: x}' | 'b.yaml:3:42: admin.address.socket_address.port_value: Not an uint32 value: \"x\" [MESH1303]'",
                "'static_resources:\n  clusters:\n  - name: a\n    type: STATISCH' | 'b.yaml:4:5: static_resources.clusters[0].type: Invalid enum value: \"STATISCH\" for enum type: envoy.config.cluster.v3.Cluster.DiscoveryType [MESH1303]'",
                "'static_resources:\n  clusters:\n  - name: a\n    typed_extension_protocol_options:\n      x.v3.HttpProtocolOptions:\n        \"@type\": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions\n        common_http_protocol_options: {idle_timeout: 5}' | 'b.yaml:7:40: static_resources.clusters[0].typed_extension_protocol_options[x.v3.HttpProtocolOptions].common_http_protocol_options.idle_timeout: Failed to parse duration: 5 [MESH1303]'",
                "'node:\n  metadata: &a\n    x: *a' | b.yaml:3:8: the alias a stands inside what it stands for [MESH1302]",
                "'dynamic_resources: {ads_config: {api_type: GRPC}}' | b.yaml:1:21: dynamic_resources.ads_config: the ADS configuration has no grpc_services [MESH1306]",
                "'dynamic_resources: {ads_config: {api_type: GRPC, grpc_services: [{envoy_grpc: {cluster_name: x}}]}}' | b.yaml:1:66: dynamic_resources.ads_config.grpc_services[0]: the ADS configuration names cluster 'x', which is not among the static clusters [MESH1306]",
            })
    void whatCannotBeMeantIsOneClearProblem(String text, String problem) {
        assertThat(reader.parse("b.yaml", text).problems())
                .extracting(Problem::toString)
                .containsExactly(problem);
    }

    @Test
    void nestingWithoutEndIsRefusedAndNotFollowed() {
        assertThat(reader.parse("b.yaml", "[".repeat(200_000)).problems())
                .extracting(Problem::message)
                .containsExactly("the text is nested deeper than 200");
    }

    @Test
    void anAliasBombIsRefusedAndNotWrittenOut() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(reader.parse("b.yaml", bomb.toString()).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "b.yaml:22:22: the text stands for more than 10000000 values [MESH1302]");
    }

    @Test
    void aMissingFileAndAFileThatIsNoTextAreNamed() throws IOException {
        var binary =
                Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(reader.read(folder.resolve("none.yaml")).problems())
                .extracting(Problem::message)
                .containsExactly("the bootstrap file does not exist");
        assertThat(reader.read(binary).problems())
                .extracting(Problem::message)
                .containsExactly("the bootstrap file is not text in UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:15010,                 127.0.0.1:15010, ",
        "http://127.0.0.1:15010?token=ab, 127.0.0.1:15010, ab",
        "[::1]:15010?token=a-b_c,         [::1]:15010,     a-b_c",
        "unix:/tmp/xds?token=t,           unix:/tmp/xds,   t",
    })
    void controlPlaneAddresses(String text, String server, String token) {
        assertThat(ControlPlaneAddress.parse(text))
                .isInstanceOfSatisfying(
                        Result.Ok.class,
                        ok -> {
                            var address = (ControlPlaneAddress) ok.value();
                            assertThat(address.server()).hasToString(server);
                            assertThat(address.token()).isEqualTo(Optional.ofNullable(token));
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "localhost:0", "localhost:70000", "a:b:1"})
    void whatIsNoControlPlaneAddressIsSaidToBeNone(String text) {
        assertThat(ControlPlaneAddress.parse(text).problems())
                .extracting(Problem::message)
                .isEqualTo(
                        List.of(
                                "'%s' is no control plane address: write host:port or unix:path"
                                        .formatted(text)));
    }

    private static ProxyBootstrap value(Result<ProxyBootstrap> result) {
        return switch (result) {
            case Result.Ok<ProxyBootstrap>(var value, _) -> value;
            case Result.Err<ProxyBootstrap>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }
}
