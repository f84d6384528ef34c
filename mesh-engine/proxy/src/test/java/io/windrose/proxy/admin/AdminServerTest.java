package io.windrose.proxy.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.proxy.bootstrap.ServerAddress;
import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.wire.WireTypes;
import io.windrose.testkit.FakeClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The admin interface over a real connection, in front of a proxy that stands still.
final class AdminServerTest {
    private static final String TOKEN = "secret";

    private final EventLoops loops = EventLoops.of(1);
    private final PlayedTarget target = new PlayedTarget();
    private final FakeClock clock = new FakeClock(PlayedTarget.START.plusSeconds(5));
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AdminServer guarded = start(Optional.of(TOKEN));
    private final AdminServer open = start(Optional.empty());

    private AdminServer start(Optional<String> token) {
        var address = new ServerAddress.Tcp("127.0.0.1", 0);
        return switch (AdminServer.start(address, token, target, new WireTypes(), clock, loops)) {
            case Result.Ok<AdminServer>(var server, _) -> server;
            case Result.Err<AdminServer>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    @AfterEach
    void close() {
        client.close();
        guarded.close();
        open.close();
        loops.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ready",
                "/stats",
                "/stats/prometheus",
                "/config_dump",
                "/clusters",
                "/listeners",
                "/server_info",
                "/certs",
                "/",
                "/nothing",
                "/ready?token=wrong",
                "/ready?token="
            })
    void nobodyReadsAnythingWithoutTheToken(String path) throws Exception {
        assertThat(get(guarded, path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/logging", "/drain_listeners", "/healthcheck/fail", "/quitquitquit"})
    void nobodyCommandsAnythingWithoutTheToken(String path) throws Exception {
        assertThat(post(guarded, path).statusCode()).isEqualTo(401);
        assertThat(target.commands).isEmpty();
    }

    @Test
    void theTokenOpensAsHeaderAndAsParameter() throws Exception {
        var header =
                HttpRequest.newBuilder(uri(guarded, "/ready"))
                        .header("Authorization", "Bearer " + TOKEN)
                        .build();

        assertThat(client.send(header, HttpResponse.BodyHandlers.ofString()).body())
                .isEqualTo("LIVE\n");
        assertThat(get(guarded, "/ready?token=" + TOKEN).body()).isEqualTo("LIVE\n");
    }

    @Test
    void statsAreFilteredAsPilotAgentAsks() throws Exception {
        assertThat(
                        get(
                                        open,
                                        "/stats?usedonly&filter=^(cluster_manager\\.cds|listener_manager\\.lds)\\.(update_success|update_rejected)$"
                                                .replace("\\", "%5C")
                                                .replace("^", "%5E")
                                                .replace("|", "%7C"))
                                .body())
                .isEqualTo(
                        """
                        cluster_manager.cds.update_success: 2
                        listener_manager.lds.update_success: 1
                        """);
    }

    @Test
    void prometheusGetsIstiosAndEnvoysSeries() throws Exception {
        var answer = get(open, "/stats/prometheus");

        assertThat(answer.headers().firstValue("content-type"))
                .contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body())
                .isEqualTo(
                        """
                        # TYPE istio_build gauge
                        istio_build{component="proxy",tag="1.30.0"} 1
                        # TYPE envoy_cluster_manager_cds_update_success counter
                        envoy_cluster_manager_cds_update_success{} 2
                        # TYPE envoy_listener_manager_lds_update_success counter
                        envoy_listener_manager_lds_update_success{} 1
                        # TYPE envoy_server_state gauge
                        envoy_server_state{} 0
                        """);
    }

    @Test
    void theDumpNamesWhatWasRefusedAndHidesKeys() throws Exception {
        var dump = get(open, "/config_dump").body().replaceAll("\\s", "");

        assertThat(dump)
                .contains("\"@type\":\"type.googleapis.com/envoy.admin.v3.BootstrapConfigDump\"")
                .contains("\"details\":\"isbad\"")
                .contains("\"client_status\":\"NACKED\"")
                .contains("\"private_key\":{\"inline_bytes\":\"W3JlZGFjdGVkXQ==\"")
                .doesNotContain("UFJJVkFURQ==");
    }

    @Test
    void listenersAreListedInBothForms() throws Exception {
        assertThat(get(open, "/listeners").body()).isEqualTo("0.0.0.0_9080::127.0.0.1:9080\n");
        assertThat(get(open, "/listeners?format=json").body().replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"listener_statuses\":[{\"name\":\"0.0.0.0_9080\",\"local_address\":"
                                + "{\"socket_address\":{\"address\":\"127.0.0.1\",\"port_value\":9080}}}]}");
    }

    @Test
    void theServerSaysWhoItIsAndForHowLong() throws Exception {
        assertThat(get(open, "/server_info").body().replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"version\":\"0.1.0/windrose/Clean/RELEASE/BoringSSL\",\"uptime_current_epoch\":"
                                + "\"5s\",\"uptime_all_epochs\":\"5s\",\"node\":{\"id\":\"sidecar~1~a.b~c\"}}");
    }

    @Test
    void whatChangesSomethingNeedsAPost() throws Exception {
        assertThat(get(open, "/quitquitquit").statusCode()).isEqualTo(405);
        assertThat(post(open, "/drain_listeners?graceful").body()).isEqualTo("OK\n");
        assertThat(post(open, "/healthcheck/fail").body()).isEqualTo("OK\n");
        assertThat(get(open, "/ready").body()).isEqualTo("DRAINING\n");
        assertThat(post(open, "/quitquitquit").body()).isEqualTo("OK\n");
        assertThat(target.commands).containsExactly("drain", "declare false", "quit");
    }

    @Test
    void anAddressInUseIsAProblem() {
        int port = ((InetSocketAddress) open.address()).getPort();
        var second =
                AdminServer.start(
                        new ServerAddress.Tcp("127.0.0.1", port),
                        Optional.empty(),
                        target,
                        new WireTypes(),
                        clock,
                        loops);

        assertThat(second.problems()).extracting(Problem::code).containsExactly("MESH1330");
    }

    private HttpResponse<String> get(AdminServer server, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(server, path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(AdminServer server, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(server, path))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(AdminServer server, String path) {
        return URI.create(
                "http://127.0.0.1:" + ((InetSocketAddress) server.address()).getPort() + path);
    }
}
