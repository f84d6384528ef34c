package io.windrose.proxy.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Http1ParserTest {
    private static final String MESSAGES =
            String.join(
                    "\r\n",
                    "",
                    "POST /a HTTP/1.1",
                    "Host: one",
                    "X-Long:   a b\t ",
                    "Transfer-Encoding: chunked",
                    "",
                    "5;ext=1",
                    "hello",
                    "A",
                    "0123456789",
                    "0",
                    "Trailer: t",
                    "",
                    "PUT /b HTTP/1.1",
                    "host: two",
                    "content-length: 3",
                    "",
                    "abcGET http://three/c?d HTTP/1.1",
                    "host: ignored",
                    "",
                    "");

    private static final List<String> SEEN =
            List.of(
                    "POST one /a",
                    "hello0123456789",
                    "end",
                    "PUT two /b",
                    "abc",
                    "end",
                    "GET three /c?d",
                    "end");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyChunkingGivesTheSameMessages(long seed) throws Http1Violation {
        var random = new SplittableRandom(seed);
        var sink = new Recorder();
        var parser = new Http1Parser(sink);
        var bytes = MESSAGES.getBytes(StandardCharsets.US_ASCII);
        ByteBuf unread = Unpooled.EMPTY_BUFFER;
        int at = 0;
        while (at < bytes.length) {
            int step = Math.min(1 + random.nextInt(1 + (int) (seed % 30)), bytes.length - at);
            unread =
                    ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(
                            UnpooledByteBufAllocator.DEFAULT,
                            unread,
                            Unpooled.copiedBuffer(bytes, at, step));
            at += step;
            while (parser.advance(unread) || parser.isResting()) {
                if (parser.isResting()) {
                    sink.end();
                    parser.next();
                }
            }
        }
        unread.release();

        assertThat(sink.seen).isEqualTo(SEEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\nhost: a\n\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nhost: a\r\nhost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nhost: a\r\n folded\r\n\r\n",
                "GET / HTTP/1.1\r\nhost : a\r\n\r\n",
                "GET /  HTTP/1.1\r\nhost: a\r\n\r\n",
                "GET\t/ HTTP/1.1\r\nhost: a\r\n\r\n",
                "GET / HTTP/1.2\r\nhost: a\r\n\r\n",
                "GET / HTTP/2.0\r\nhost: a\r\n\r\n",
                "get / HTTP/1.1\r\nhost: a\r\n\r\n",
                "GET a HTTP/1.1\r\nhost: a\r\n\r\n",
                "GET /\u00e9 HTTP/1.1\r\nhost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nhost: a\r\nx: \u0001\r\n\r\n",
                "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 1\r\n\r\n",
                "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: +1\r\n\r\n",
                "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1, 1\r\n\r\n",
                "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n",
                "POST / HTTP/1.0\r\ntransfer-encoding: chunked\r\n\r\n",
                "POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n0x3\r\nabc\r\n",
                "POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n3\nabc\r\n",
                "POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabcd\r\n",
                "GET / HTTP/1.1\r\nhost: a\r\nsec-websocket-key1: x\r\nsec-websocket-key2: y\r\n\r\n"
            })
    void whatTwoHopsCouldReadDifferentlyIsRefused(String request) {
        assertThat(refusal(request)).isEqualTo(400);
    }

    @Test
    void unknownCodingsAreNotImplemented() {
        assertThat(
                        refusal(
                                "POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: gzip, chunked\r\n\r\n"))
                .isEqualTo(501);
    }

    @Test
    void anEndlessHeadIsRefused() {
        assertThat(refusal("GET / HTTP/1.1\r\nhost: a\r\nx: " + "y".repeat(70_000))).isEqualTo(431);
    }

    /// The status of the refusal; 0 when there was none.
    private static int refusal(String request) {
        var parser = new Http1Parser(new Recorder());
        var bytes = Unpooled.copiedBuffer(request, StandardCharsets.ISO_8859_1);
        try {
            while (parser.advance(bytes)) {}
            return 0;
        } catch (Http1Violation violation) {
            return violation.status();
        } finally {
            bytes.release();
        }
    }

    private static final class Recorder implements Http1Sink {
        final List<String> seen = new ArrayList<>();
        private final StringBuilder body = new StringBuilder();

        @Override
        public Http1Body onHead(byte[] block) throws Http1Violation {
            var request = Http1Request.parse(block, HeaderNames.HTTP);
            var head = request.head();
            seen.add(head.method() + " " + head.authority() + " " + head.path());
            return request.body();
        }

        @Override
        public void onBody(ByteBuf data, boolean last) {
            body.append(data.toString(StandardCharsets.US_ASCII));
            data.release();
        }

        void end() {
            if (!body.isEmpty()) {
                seen.add(body.toString());
                body.setLength(0);
            }
            seen.add("end");
        }
    }
}
