package io.windrose.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.windrose.testkit.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Everything that istiod sends is served whole, but for the parts that we say we do not do.
final class IstiodGoldenTest {

    private static final String EXT_AUTHZ =
            "HTTP filter 'envoy.filters.http.ext_authz' of type"
                    + " envoy.extensions.filters.http.ext_authz.v3.ExtAuthz is not supported";
    private static final String TCP_EXT_AUTHZ =
            "network filter 'envoy.filters.network.ext_authz' of type"
                    + " envoy.extensions.filters.network.ext_authz.v3.ExtAuthz is not supported";
    private static final String LUA =
            "HTTP filter 'shop.lua' of type envoy.extensions.filters.http.lua.v3.Lua"
                    + " is not supported";
    private static final String TRANSPARENT = "a transparent socket is not supported";
    private static final String ORIGINAL_SRC =
            "listener filter 'envoy.filters.listener.original_src' of type"
                    + " envoy.extensions.filters.listener.original_src.v3.OriginalSrc"
                    + " is not supported";
    private static final String CEL =
            "access log filter 'envoy.access_loggers.extension_filters.cel' of type"
                    + " envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter"
                    + " is not supported";
    private static final String PROXY_PROTOCOL =
            "transport socket 'envoy.transport_sockets.upstream_proxy_protocol' of type"
                    + " envoy.extensions.transport_sockets.proxy_protocol.v3"
                    + ".ProxyProtocolUpstreamTransport is not supported";
    private static final String TUNNEL = "tunnelling TCP through HTTP is not supported";

    /// Why we refuse resources, by scenario and proxy; the reasons are sorted.
    private static final Map<String, List<String>> REFUSED =
            Map.of(
                    "authz-audit-custom-dryrun/catalog-v1",
                    List.of(EXT_AUTHZ),
                    "authz-audit-custom-dryrun/web",
                    List.of(EXT_AUTHZ + "; " + TCP_EXT_AUTHZ),
                    "envoy-filters/catalog-v1",
                    List.of(LUA),
                    "node-metadata/batch",
                    List.of(TRANSPARENT, TRANSPARENT + "; " + ORIGINAL_SRC),
                    "telemetry-access-log/catalog-v1",
                    List.of(CEL),
                    "warmup-and-more/batch",
                    List.of(PROXY_PROTOCOL, TUNNEL),
                    "warmup-and-more/web",
                    List.of(PROXY_PROTOCOL, TUNNEL));

    @TestFactory
    Stream<DynamicTest> whatIstiodSendsIsServed() throws IOException {
        var scenarios = Shared.path("conformance/istiod-xds");
        try (var files = Files.walk(scenarios)) {
            return files
                    .filter(file -> file.toString().endsWith(".lds.json"))
                    .map(IstiodGoldenTest::stem)
                    .sorted()
                    .toList()
                    .stream()
                    .map(stem ->
                            dynamicTest(
                                    scenarios.relativize(stem).toString(),
                                    () -> check(scenarios, stem)));
        }
    }

    private static void check(Path scenarios, Path stem) throws IOException {
        var resources = Golden.resources(stem);

        var update = new RuntimeBuilder().apply(resources);

        var reasons = new TreeSet<String>();
        update.rejections().forEach(rejection -> reasons.add(rejection.reason()));
        assertThat(reasons)
                .containsExactlyElementsOf(
                        REFUSED.getOrDefault(scenarios.relativize(stem).toString(), List.of()));
        var refused = update.rejections().stream().map(Rejection::name).toList();
        var listeners = new TreeSet<>(resources.listeners().keySet());
        listeners.removeAll(refused);
        assertThat(update.snapshot().listeners()).containsOnlyKeys(listeners);
        var clusters = new TreeSet<>(resources.clusters().keySet());
        clusters.removeAll(refused);
        assertThat(update.snapshot().clusters()).containsOnlyKeys(clusters);
        assertThat(update.snapshot().routes()).containsOnlyKeys(resources.routes().keySet());
        assertThat(update.warmingClusters()).isEmpty();
        assertThat(update.warmingListeners()).isEmpty();
    }

    private static Path stem(Path file) {
        var name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - ".lds.json".length()));
    }
}
