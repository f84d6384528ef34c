package io.windrose.config.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.ConfigReader;
import io.windrose.config.resource.Destination;
import io.windrose.config.resource.Fault;
import io.windrose.config.resource.HeaderOperations;
import io.windrose.config.resource.HttpAction;
import io.windrose.config.resource.HttpMatch;
import io.windrose.config.resource.HttpRoute;
import io.windrose.config.resource.KubeService;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.Origin;
import io.windrose.config.resource.Resource;
import io.windrose.config.resource.RetryPolicy;
import io.windrose.config.resource.Sidecar;
import io.windrose.config.resource.StringMatch;
import io.windrose.config.resource.TlsSecret;
import io.windrose.config.resource.VirtualService;
import io.windrose.config.resource.WeightedDestination;
import io.windrose.config.syntax.Addresses;
import io.windrose.config.syntax.Durations;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Selector;
import io.windrose.kernel.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecoderTest {

    @Test
    void aVirtualServiceIsReadWhole() {
        var resources =
                good(
                        """
                        apiVersion: networking.istio.io/v1beta1
                        kind: VirtualService
                        metadata: {name: reviews, namespace: shop}
                        spec:
                          hosts: [reviews]
                          http:
                          - name: slow
                            match:
                            - uri: {prefix: /a}
                              headers: {End-User: {exact: jason}, x: {}}
                            fault: {delay: {percentage: {value: 10}, fixedDelay: 7s}}
                            timeout: 1m30s
                            retries: {attempts: 2, perTryTimeout: 2s, retryOn: "5xx, 503"}
                            route:
                            - destination: {host: reviews, subset: v1, port: {number: 9080}}
                              weight: 90
                            - destination: {host: reviews, subset: v2}
                              weight: 10
                        """);

        var match =
                new HttpMatch(
                        "",
                        Optional.of(new StringMatch.Prefix("/a")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new TreeMap<>(
                                Map.of(
                                        "end-user",
                                        new StringMatch.Exact("jason"),
                                        "x",
                                        new StringMatch.Present())),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        false,
                        0,
                        Selector.ALL,
                        "",
                        List.of(),
                        "");
        var route =
                new HttpRoute(
                        "slow",
                        List.of(match),
                        new HttpAction.Forward(
                                List.of(
                                        new WeightedDestination(
                                                new Destination("reviews", "v1", 9080),
                                                90,
                                                HeaderOperations.NONE),
                                        new WeightedDestination(
                                                new Destination("reviews", "v2", 0),
                                                10,
                                                HeaderOperations.NONE))),
                        Optional.of(Duration.ofSeconds(90)),
                        Optional.of(
                                new RetryPolicy(
                                        2,
                                        Optional.of(Duration.ofSeconds(2)),
                                        List.of("5xx", "503"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())),
                        new Fault(
                                Optional.of(new Fault.Delay(10, Duration.ofSeconds(7))),
                                Optional.empty()),
                        List.of(),
                        Optional.empty(),
                        HeaderOperations.NONE,
                        Optional.empty());
        assertThat(resources)
                .containsExactly(
                        new VirtualService(
                                ObjectMeta.of("shop", "reviews"),
                                new Origin("", "f.yaml", 0, 1),
                                List.of("reviews"),
                                List.of(),
                                List.of(route),
                                List.of(),
                                List.of(),
                                List.of()));
    }

    @Test
    void everyProblemIsReportedAtItsPlace() {
        assertThat(
                        problems(
                                """
                                apiVersion: networking.istio.io/v1
                                kind: VirtualService
                                metadata: {name: Reviews}
                                spec:
                                  hosts: ["*", "a_b..c"]
                                  http:
                                  - match:
                                    - uri: {regex: "a(?=b)", prefix: /x}
                                    timout: 5s
                                    timeout: 5
                                    retries: {attempts: -1, perTryTimeout: 1us, retryOn: 5xx}
                                    fault: {abort: {percentage: {value: 101}, httpStatus: 1000}}
                                    route:
                                    - destination: {subset: v1, port: {number: 99999}}
                                      weight: 0
                                    - destination: {host: reviews}
                                      weight: "25"
                                  - redirect: {uri: /a, redirectCode: 200}
                                    rewrite: {uri: /b}
                                """))
                .containsExactly(
                        "3:18 metadata.name: `Reviews` is not a name: use lower-case letters,"
                                + " digits, `-` and `.`. [MESH0125]",
                        "5:11 spec.hosts[0]: The host `*` is for gateways; on the mesh name the"
                                + " hosts. [MESH0124]",
                        "5:16 spec.hosts[1]: `a_b..c` is not a host: `` is not a DNS label."
                                + " [MESH0125]",
                        "8:20 spec.http[0].match[0].uri.regex: `prefix` and `regex` exclude one"
                                + " another; keep one. [MESH0124]",
                        "9:5 spec.http[0].timout: There is no field `timout` here; did you mean"
                                + " `timeout`? [MESH0120]",
                        "10:14 spec.http[0].timeout: This must be a duration such as 5s, not a"
                                + " number `5`. [MESH0121]",
                        "11:25 spec.http[0].retries.attempts: -1 is not from 0 to 2147483647."
                                + " [MESH0126]",
                        "11:44 spec.http[0].retries.perTryTimeout: `1us` is not at least 1ms."
                                + " [MESH0125]",
                        "12:41 spec.http[0].fault.abort.percentage.value: 101 is not from 0 to"
                                + " 100. [MESH0126]",
                        "12:59 spec.http[0].fault.abort.httpStatus: 1000 is not from 200 to 599."
                                + " [MESH0126]",
                        "13:5 spec.http[0].route: The weights of the destinations add up to 0;"
                                + " one at least must be above. [MESH0126]",
                        "14:7 spec.http[0].route[0].destination.host: `host` is required. [MESH0122]",
                        "14:48 spec.http[0].route[0].destination.port.number: 99999 is not from"
                                + " 1 to 65535. [MESH0126]",
                        "17:15 spec.http[0].route[1].weight: This must be a whole number, not"
                                + " text `25`. [MESH0121]",
                        "18:39 spec.http[1].redirect.redirectCode: 200 is not from 300 to 399."
                                + " [MESH0126]",
                        "19:5 spec.http[1].rewrite: A redirect goes nowhere, so that `rewrite`"
                                + " does not go with it. [MESH0124]");
    }

    @Test
    void aFieldThatDoesNotExistIsAnErrorOrAWarningAsAsked() {
        var text =
                """
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: p}
                spec: {mtls: {mode: STRICT}, selektor: {}}
                """;

        assertThat(problems(text))
                .containsExactly(
                        "4:30 spec.selektor: There is no field `selektor` here; did you mean"
                                + " `selector`? [MESH0120]");
        assertThat(ConfigReader.read("f.yaml", text))
                .isInstanceOf(Result.Ok.class)
                .extracting(result -> result.problems().getFirst().severity())
                .isEqualTo(Severity.WARNING);
    }

    @Test
    void aTypoInASecurityModeIsAnErrorAndNotUnset() {
        assertThat(
                        problems(
                                """
                                apiVersion: security.istio.io/v1
                                kind: PeerAuthentication
                                metadata: {name: p}
                                spec: {mtls: {mode: STRCIT}}
                                """))
                .containsExactly(
                        "4:21 spec.mtls.mode: `STRCIT` is not one of UNSET, DISABLE, PERMISSIVE,"
                                + " STRICT; did you mean `STRICT`? [MESH0123]");
    }

    @Test
    void numbersWhereTextIsWantedAskForQuotes() {
        assertThat(
                        problems(
                                """
                                apiVersion: networking.istio.io/v1
                                kind: DestinationRule
                                metadata: {name: d, labels: {version: 1.0}}
                                spec: {host: reviews}
                                """))
                .containsExactly(
                        "3:39 metadata.labels.version: This must be text, not a number `1.0`; put it"
                                + " in quotes. [MESH0121]");
    }

    @Test
    void anUnknownKindIsLeftAloneWithAWarning() {
        var text = "apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: t}\n";

        assertThat(ConfigReader.read("f.yaml", text)).isInstanceOf(Result.Ok.class);
        assertThat(problems(text))
                .containsExactly(
                        "2:7 kind: Thing of example.com/v1 is not a kind that is read here; the"
                                + " document is left alone. [MESH0111]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    v1                       | ServiceMonitor | 1:13 | `v1` has no kind ServiceMonitor; write `monitoring.coreos.com/v1`.
                    v1                       | Sevice         | 2:7  | There is no kind `Sevice` in `v1`; did you mean `Service`?
                    networking.istio.io/v1   | VirtualSevice  | 2:7  | There is no kind `VirtualSevice` in `networking.istio.io/v1`; did you mean `VirtualService`?
                    networking.istio.io/v1   | Telemetry      | 1:13 | `networking.istio.io/v1` has no kind Telemetry; write `telemetry.istio.io/v1alpha1`.
                    networking.istio.io/v2   | Sidecar        | 1:13 | `networking.istio.io/v2` does not serve Sidecar; write `networking.istio.io/v1`.
                    networking.istio.io/v1   | EnvoyFilter    | 1:13 | `networking.istio.io/v1` does not serve EnvoyFilter; write `networking.istio.io/v1alpha3`.
                    """)
    void aKindThatAClosedGroupDoesNotHaveIsAnError(
            String apiVersion, String kind, String place, String message) {
        var text = "apiVersion: %s\nkind: %s\nmetadata: {name: x}\n".formatted(apiVersion, kind);
        var path = place.equals("1:13") ? "apiVersion" : "kind";

        assertThat(ConfigReader.read("f.yaml", text)).isInstanceOf(Result.Err.class);
        assertThat(problems(text))
                .containsExactly(place + " " + path + ": " + message + " [MESH0111]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just text", "[1, 2]", "{a: 1}", "kind: Service"})
    void aDocumentThatIsNoObjectIsAnError(String text) {
        assertThat(ConfigReader.read("f.yaml", text).problems())
                .extracting(Problem::code)
                .containsExactly("MESH0110");
    }

    @Test
    void theSettingsOfTheMeshComeFromTheConfigMapNamedIstio() {
        var text =
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: istio-system}
                data:
                  mesh: |
                    accessLogFile: /dev/stdout
                    trustDomain: mesh.example
                    outboundTrafficPolicy: {mode: REGISTRY_ONLY}
                """;

        var config = (MeshConfig) good(text).getFirst();

        assertThat(List.of(config.accessLogFile(), config.trustDomain(), config.outboundMode()))
                .containsExactly("/dev/stdout", "mesh.example", Sidecar.OutboundMode.REGISTRY_ONLY);
        assertThat(config.connectTimeout()).isEqualTo(MeshConfig.DEFAULT.connectTimeout());
        assertThat(good(text.replace("name: istio,", "name: other,"))).isEmpty();
    }

    @Test
    void aServiceIsReadWithItsDefaults() {
        var service =
                (KubeService)
                        good("""
                        apiVersion: v1
                        kind: Service
                        metadata: {name: s, creationTimestamp: null}
                        spec:
                          clusterIP: None
                          selector: {app: s}
                          ports: [{port: 80, targetPort: web}, {name: b, port: 81}]
                        """)
                                .getFirst();

        assertThat(service.headless()).isTrue();
        assertThat(service.clusterIps()).isEmpty();
        assertThat(service.ports())
                .containsExactly(
                        new KubeService.Port(
                                "", "TCP", "", 80, new KubeService.TargetPort.Named("web"), 0),
                        new KubeService.Port(
                                "b", "TCP", "", 81, new KubeService.TargetPort.Numbered(81), 0));
    }

    @Test
    void aSecretNeverPrintsItsKey() {
        var secret =
                (TlsSecret)
                        good("""
                        apiVersion: v1
                        kind: Secret
                        metadata: {name: s}
                        data: {tls.crt: Y2VydA==, tls.key: a2V5}
                        """)
                                .getFirst();

        assertThat(List.of(secret.certificateChain(), secret.privateKey(), secret.toString()))
                .containsExactly("cert", "key", "TlsSecret default/s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "1us", "-1s", "1.5", "s", "5 s", "0.5ms", "9999999999h", "1m.s"})
    void whatIsNoDurationIsRefused(String text) {
        assertThat(Durations.AT_LEAST_1_MS.parse(text)).isInstanceOf(Durations.Parsed.Bad.class);
    }

    @Test
    void durationsAreReadAsGoReadsThem() {
        assertThat(List.of("1h30m", "1.5s", ".5s", "+2ms", "1m0.001s"))
                .extracting(Durations.AT_LEAST_1_MS::parse)
                .extracting(parsed -> ((Durations.Parsed.Good) parsed).value())
                .containsExactly(
                        Duration.ofMinutes(90),
                        Duration.ofMillis(1500),
                        Duration.ofMillis(500),
                        Duration.ofMillis(2),
                        Duration.ofMillis(60_001));
    }

    @Test
    void addressesAndRangesAreToldFromNames() {
        assertThat(List.of("10.0.0.1", "::1", "2001:db8::", "::ffff:1.2.3.4", "1:2:3:4:5:6:7:8"))
                .allMatch(Addresses::isAddress);
        assertThat(List.of("10.0.0", "256.1.1.1", "a", "1:2", ":::", "1::2::3", "1.2.3.4.5", ""))
                .noneMatch(Addresses::isAddress);
        assertThat(List.of("10.0.0.0/8", "::/0")).allMatch(Addresses::isCidr);
        assertThat(List.of("10.0.0.0/33", "10.0.0.0/", "a/8")).noneMatch(Addresses::isCidr);
    }

    private static List<Resource> good(String text) {
        return switch (ConfigReader.read("f.yaml", text)) {
            case Result.Ok<List<Resource>>(var resources, _) -> resources;
            case Result.Err<List<Resource>>(var problems) -> throw new AssertionError(problems);
        };
    }

    /// `line:column path: message [code]`.
    private static List<String> problems(String text) {
        return new Decoder("", Severity.ERROR)
                .decodeObjects(parsed(text)).stream()
                        .flatMap(one -> one.problems().stream())
                        .map(problem ->
                                "%d:%d %s: %s [%s]"
                                        .formatted(
                                                problem.place().line(),
                                                problem.place().column(),
                                                problem.place().path(),
                                                problem.message(),
                                                problem.code()))
                        .toList();
    }

    private static YamlFile parsed(String text) {
        return ((Result.Ok<YamlFile>) YamlFile.parse("f.yaml", text)).value();
    }
}
