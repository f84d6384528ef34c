package io.windrose.proxy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class Http1RequestTest {

    @Test
    void anOfferOfHttp2WithoutTlsIsIgnored() throws Http1Violation {
        var request =
                parse(
                        "connection: Upgrade, HTTP2-Settings",
                        "upgrade: h2c",
                        "http2-settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAAAAUAAEAA");

        assertThat(request.upgrade().toString()).isEmpty();
        assertThat(request.keepAlive()).isTrue();
        assertThat(request.head().headers())
                .isEqualTo(Headers.of("connection", "Upgrade, HTTP2-Settings"));
    }

    @Test
    void aWebSocketIsPassedOn() throws Http1Violation {
        var request = parse("connection: Upgrade", "upgrade: websocket");

        assertThat(request.upgrade().toString()).isEqualTo("websocket");
        assertThat(request.body()).isEqualTo(new Http1Body.UntilClose());
    }

    private static Http1Request parse(String... fields) throws Http1Violation {
        var text = "GET / HTTP/1.1\r\nhost: a\r\n" + String.join("\r\n", fields) + "\r\n\r\n";
        return Http1Request.parse(text.getBytes(StandardCharsets.US_ASCII), HeaderNames.HTTP);
    }
}
