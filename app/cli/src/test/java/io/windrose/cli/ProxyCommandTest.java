package io.windrose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.cli.Shell.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bootstraps that a proxy cannot run by: bad data, each problem with its place.
final class ProxyCommandTest {
    @TempDir private Path temp;

    @Test
    void aRefusedResourceIsNamedWhereItBegins() throws IOException {
        var file =
                write(
                        """
                        static_resources:
                          listeners:
                          - name: front
                            address: {socket_address: {address: 127.0.0.1, port_value: 0}}
                            filter_chains:
                            - filters:
                              - name: nothing.known
                          clusters:
                          - name: back
                            health_checks: [{timeout: 1s}]
                        """);

        assertThat(Shell.run("proxy", "--bootstrap", file))
                .isEqualTo(
                        new Ended(
                                ExitCode.BAD_DATA,
                                "",
                                """
                                windrose: error: %1$s:3:5: listener front: network filter\
                                 'nothing.known' has no settings; filter chain '' ends in no\
                                 proxy [MESH1310]
                                windrose: error: %1$s:9:5: cluster back: active health\
                                 checking is not supported [MESH1310]
                                """
                                        .formatted(file)));
    }

    @Test
    void anUnknownTypeAWrongValueAndAnUnknownFieldAreNamedWhereTheyStand() throws IOException {
        var file =
                write(
                        """
                        admin:
                          address: {socket_address: {address: 127.0.0.1, port: 0}}
                        stats_sinks:
                        - name: ours
                          typed_config: {"@type": type.googleapis.com/example.Sink}
                        static_resources:
                          clusters:
                          - name: back
                            type: STATISCH
                        """);

        assertThat(Shell.run("proxy", "--bootstrap", file))
                .isEqualTo(
                        new Ended(
                                ExitCode.BAD_DATA,
                                "",
                                """
                                windrose: error: %1$s:2:50: admin.address.socket_address.port:\
                                 SocketAddress has no field port [MESH1304]
                                windrose: warning: %1$s:5:3: stats_sinks[0].typed_config: the type\
                                 type.googleapis.com/example.Sink is not known [MESH1305]
                                windrose: error: %1$s:9:5: static_resources.clusters[0].type:\
                                 Invalid enum value: "STATISCH" for enum type:\
                                 envoy.config.cluster.v3.Cluster.DiscoveryType [MESH1303]
                                """
                                        .formatted(file)));
    }

    private String write(String text) throws IOException {
        return Files.writeString(temp.resolve("bootstrap.yaml"), text).toString();
    }
}
