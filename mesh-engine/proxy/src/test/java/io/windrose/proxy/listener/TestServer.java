package io.windrose.proxy.listener;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.util.internal.ThreadExecutorMap;
import io.windrose.proxy.http.Head;
import io.windrose.proxy.http.Headers;
import io.windrose.proxy.http.Http1ServerConnection;
import io.windrose.proxy.http.Http2ServerConnection;
import io.windrose.proxy.http.HttpSettings;
import io.windrose.proxy.http.HttpStream;
import io.windrose.proxy.http.RequestListener;
import io.windrose.proxy.http.StreamListener;
import io.windrose.proxy.http.StreamReset;
import io.windrose.proxy.loop.EventLoops;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// An application on loopback that answers as it is told, and remembers what it was asked.
final class TestServer implements AutoCloseable {

    /// What the application does with a request once it has come whole.
    sealed interface Answer {
        record Say(int status, String body) implements Answer {}

        /// The request's body comes back.
        record Echo() implements Answer {}

        record Nothing() implements Answer {}

        record Reset() implements Answer {}

        /// The head and some of the body, then a reset.
        record BreakOff() implements Answer {}
    }

    private final Channel socket;
    private final List<Head.Request> asked = new CopyOnWriteArrayList<>();

    private TestServer(EventLoops loops, boolean http2, Function<Head.Request, Answer> script) {
        RequestListener requests =
                (stream, head, last) -> {
                    asked.add(head);
                    var call = new Call(stream, script.apply(head));
                    if (last) {
                        call.answer();
                    }
                    return call;
                };
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        socket =
                new ServerBootstrap()
                        .group(loops.group())
                        .channel(loops.server(address))
                        .childHandler(
                                new ChannelInitializer<Channel>() {
                                    @Override
                                    protected void initChannel(Channel channel) {
                                        channel.pipeline()
                                                .addLast(
                                                        http2
                                                                ? new Http2ServerConnection(
                                                                                requests,
                                                                                HttpSettings
                                                                                        .DEFAULT,
                                                                                Duration.ZERO)
                                                                        .handler()
                                                                : new Http1ServerConnection(
                                                                        requests,
                                                                        HttpSettings.DEFAULT,
                                                                        false));
                                    }
                                })
                        .bind(address)
                        .syncUninterruptibly()
                        .channel();
    }

    static TestServer http1(EventLoops loops, Function<Head.Request, Answer> script) {
        return new TestServer(loops, false, script);
    }

    static TestServer http2(EventLoops loops, Function<Head.Request, Answer> script) {
        return new TestServer(loops, true, script);
    }

    int port() {
        return ((InetSocketAddress) socket.localAddress()).getPort();
    }

    List<Head.Request> asked() {
        return asked;
    }

    @Override
    public void close() {
        socket.close().syncUninterruptibly();
    }

    private static final class Call implements StreamListener {
        private final HttpStream stream;
        private final Answer answer;
        private final ByteBuf body = Unpooled.buffer();

        Call(HttpStream stream, Answer answer) {
            this.stream = stream;
            this.answer = answer;
        }

        void answer() {
            switch (answer) {
                case Answer.Say(int status, var text) ->
                        say(status, text.getBytes(StandardCharsets.UTF_8));
                case Answer.Echo _ -> {
                    var bytes = new byte[body.readableBytes()];
                    body.readBytes(bytes);
                    say(200, bytes);
                }
                case Answer.Nothing _ -> {}
                case Answer.Reset _ -> stream.reset(StreamReset.LOCAL);
                case Answer.BreakOff _ -> {
                    stream.head(new Head.Response(200, new Headers()), false);
                    stream.data(Unpooled.copiedBuffer("begun", StandardCharsets.UTF_8), false);
                    var _ =
                            Objects.requireNonNull(ThreadExecutorMap.currentExecutor())
                                    .schedule(
                                            () -> stream.reset(StreamReset.LOCAL),
                                            50,
                                            TimeUnit.MILLISECONDS);
                }
            }
        }

        private void say(int status, byte[] bytes) {
            boolean empty = bytes.length == 0;
            var headers = Headers.of("content-length", Integer.toString(bytes.length));
            stream.head(new Head.Response(status, headers), empty);
            if (!empty) {
                stream.data(Unpooled.wrappedBuffer(bytes), true);
            }
        }

        @Override
        public void onHead(Head head, boolean last) {}

        @Override
        public void onData(ByteBuf data, boolean last) {
            body.writeBytes(data);
            data.release();
            if (last) {
                answer();
            }
        }

        @Override
        public void onTrailers(Headers trailers) {
            answer();
        }

        @Override
        public void onReset(StreamReset reason) {}

        @Override
        public void onWritable() {}
    }
}
