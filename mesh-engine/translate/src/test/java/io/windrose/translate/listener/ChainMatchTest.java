package io.windrose.translate.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.resource.PeerAuthentication.Mode;
import io.windrose.registry.Protocol;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChainMatchTest {

    /// A chain is `transport[ALPN]>HTTP or TCP`, with `+` where mutual TLS ends.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PERMISSIVE | SNIFFED | tls[ihttp]+>HTTP, raw[http]>HTTP, tls[itcp]+>TCP, raw>TCP, tls>TCP
                    PERMISSIVE | HTTP    | tls[itcp,ihttp]+>HTTP, raw>HTTP
                    PERMISSIVE | TCP     | tls[itcp,ihttp]+>TCP, tls>TCP, raw>TCP
                    PERMISSIVE | HTTPS   | tls[itcp,ihttp]+>TCP, tls>TCP, raw>TCP
                    STRICT     | SNIFFED | tls[ihttp]+>HTTP, tls+>TCP
                    STRICT     | GRPC    | tls+>HTTP
                    STRICT     | TCP     | tls+>TCP
                    DISABLE    | SNIFFED | raw[http]>HTTP, raw>TCP
                    DISABLE    | HTTP2   | raw>HTTP
                    DISABLE    | TCP     | raw>TCP
                    """)
    void aPortHasTheChainsOfItsModeAndProtocol(Mode mode, Protocol protocol, String expected) {
        var chains = ChainMatch.of(mode, protocol).stream().map(ChainMatchTest::text).toList();

        assertThat(String.join(", ", chains)).isEqualTo(expected);
    }

    private static String text(ChainMatch match) {
        return (match.transport().equals(ChainMatch.TLS) ? "tls" : "raw")
                + alpn(match.applicationProtocols())
                + (match.terminatesTls() ? "+" : "")
                + (match.http() ? ">HTTP" : ">TCP");
    }

    private static String alpn(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        var kinds = new java.util.ArrayList<String>();
        if (names.contains("istio") && names.contains("istio-peer-exchange")) {
            kinds.add("itcp");
        }
        if (names.containsAll(List.of("istio-http/1.0", "istio-http/1.1", "istio-h2"))) {
            kinds.add("ihttp");
        }
        if (names.equals(List.of("http/1.1", "h2c"))) {
            kinds.add("http");
        }
        return "[" + String.join(",", kinds) + "]";
    }
}
