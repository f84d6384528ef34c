package io.windrose.proxy.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class Http1ClientConnectionTest {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi";

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final List<String> heard = new ArrayList<>();
    private final Http1ClientConnection connection = new Http1ClientConnection(channel, new Pool());

    Http1ClientConnectionTest() {
        channel.pipeline().addLast(connection);
    }

    @AfterEach
    void nothingIsLeftOver() {
        channel.finishAndReleaseAll();
    }

    /// While a message's last bytes are still being looked at, the parser is not ready for the next
    /// message: a request that went out then would never hear its response.
    @Test
    void thereIsNoRoomUntilTheTurnInWhichAResponseEndedIsOver() {
        request();

        channel.pipeline().fireChannelRead(bytes(ANSWER));
        assertThat(heard).containsExactly("head 200", "data hi");
        assertThat(connection.hasRoom()).isFalse();

        channel.runPendingTasks();
        assertThat(connection.hasRoom()).isTrue();
    }

    @Test
    void aSecondRequestOnTheSameConnectionHearsItsResponse() {
        request();
        channel.writeInbound(bytes(ANSWER));
        heard.clear();

        request();
        channel.writeInbound(bytes(ANSWER));

        assertThat(heard).containsExactly("head 200", "data hi");
    }

    private void request() {
        var stream = connection.open(new Listener());
        var head =
                new Head.Request(
                        AsciiString.of("GET"),
                        AsciiString.of("http"),
                        AsciiString.of("details:9080"),
                        AsciiString.of("/details/0"),
                        new Headers());
        stream.head(head, true);
        channel.runPendingTasks();
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    private static final class Pool implements ClientConnection.Owner {
        @Override
        public void roomChanged(ClientConnection connection) {}

        @Override
        public void closed(ClientConnection connection) {}
    }

    private final class Listener implements StreamListener {
        @Override
        public void onHead(Head head, boolean last) {
            heard.add("head " + ((Head.Response) head).status());
        }

        @Override
        public void onData(ByteBuf data, boolean last) {
            heard.add("data " + data.toString(StandardCharsets.US_ASCII));
            data.release();
        }

        @Override
        public void onTrailers(Headers trailers) {
            heard.add("trailers");
        }

        @Override
        public void onReset(StreamReset reason) {
            heard.add("reset");
        }

        @Override
        public void onWritable() {}
    }
}
