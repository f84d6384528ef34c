package io.windrose.proxy.listener;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.windrose.proxy.done.TlsFacts;
import io.windrose.proxy.exchange.HttpGate;
import io.windrose.proxy.exchange.HttpPlan;
import io.windrose.proxy.exchange.Link;
import io.windrose.proxy.http.Http1ServerConnection;
import io.windrose.proxy.http.Http2ServerConnection;
import io.windrose.proxy.http.HttpSettings;
import io.windrose.proxy.http.ServerConnection;
import io.windrose.proxy.tcp.TcpRelay;
import io.windrose.proxy.tls.Handshakes;
import io.windrose.traffic.listener.FilterChain;
import io.windrose.traffic.listener.HttpConnection;
import io.windrose.traffic.listener.TcpProxy;
import java.net.InetSocketAddress;
import javax.net.ssl.SSLException;

/// Sets a connection going on its filter chain: TLS if the chain wants it, then HTTP of the version
/// that the client speaks, or a relay.
final class ChainStart {
    private static final String HTTP2 = "HTTP/2";
    private static final String HTTP1 = "HTTP/1.1";

    private final Station station;
    private final LocalListener listener;
    private final FilterChain chain;
    private final InetSocketAddress remote;
    private final InetSocketAddress local;
    private final String serverName;

    ChainStart(
            Station station,
            LocalListener listener,
            FilterChain chain,
            InetSocketAddress remote,
            InetSocketAddress local,
            String serverName) {
        this.station = station;
        this.listener = listener;
        this.chain = chain;
        this.remote = remote;
        this.local = local;
        this.serverName = serverName;
    }

    void begin(Channel channel) {
        if (chain.tls() == null) {
            speak(channel, TlsFacts.PLAINTEXT);
            return;
        }
        try {
            var context = station.contexts().server(chain.tls()).context();
            if (context == null) {
                var _ = channel.close(); // the secret has not come yet
            } else {
                shakeHands(channel, context);
            }
        } catch (SSLException e) {
            var _ = channel.close(); // a secret that cannot be used counts as one that is missing
        }
    }

    private void shakeHands(Channel channel, SslContext context) {
        var handler = context.newHandler(channel.alloc());
        handler.setHandshakeTimeoutMillis(chain.handshakeTimeout().toMillis());
        channel.pipeline().addLast(handler);
        channel.pipeline()
                .addLast(
                        new ChannelInboundHandlerAdapter() {
                            @Override
                            public void userEventTriggered(
                                    ChannelHandlerContext ctx, Object event) {
                                if (event instanceof SslHandshakeCompletionEvent done) {
                                    if (done.isSuccess()) {
                                        speak(ctx.channel(), Handshakes.facts(handler));
                                        ctx.pipeline().remove(this);
                                    } else {
                                        var _ = ctx.close();
                                    }
                                } else {
                                    ctx.fireUserEventTriggered(event);
                                }
                            }

                            @Override
                            public void exceptionCaught(
                                    ChannelHandlerContext ctx, Throwable cause) {
                                var _ = ctx.close(); // why it failed was for the peer to know
                            }
                        });
    }

    private void speak(Channel channel, TlsFacts tls) {
        var link =
                Link.of(
                        station.nextId(),
                        channel,
                        listener.listener(),
                        chain,
                        remote,
                        local,
                        serverName,
                        tls);
        switch (chain.terminal()) {
            case TcpProxy proxy -> {
                channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
                station.opened(link, null);
                new TcpRelay(station.worker(), link, proxy).start();
            }
            case HttpConnection manager -> speakHttp(link, manager);
        }
    }

    private void speakHttp(Link link, HttpConnection manager) {
        var plan = listener.plans().getOrDefault(chain, HttpPlan.of(manager));
        switch (manager.codec()) {
            case HTTP1 -> install(link, plan, false);
            case HTTP2 -> install(link, plan, true);
            case AUTO -> {
                if (link.tls().alpn().equals("h2")) {
                    install(link, plan, true);
                } else {
                    link.channel()
                            .pipeline()
                            .addLast(new VersionSniffer(http2 -> install(link, plan, http2)));
                }
            }
        }
    }

    private void install(Link link, HttpPlan plan, boolean http2) {
        var gate = new HttpGate(station.worker(), link, plan, http2 ? HTTP2 : HTTP1);
        var settings = settings(plan.manager());
        ServerConnection connection;
        if (http2) {
            var two = new Http2ServerConnection(gate, settings, plan.manager().timeouts().drain());
            link.channel().pipeline().addLast(two.handler());
            connection = two;
        } else {
            var one = new Http1ServerConnection(gate, settings, link.tls().encrypted());
            link.channel().pipeline().addLast(one);
            connection = one;
        }
        station.opened(link, connection);
    }

    private static HttpSettings settings(HttpConnection manager) {
        var http2 = manager.http2();
        return HttpSettings.bounded(
                        http2.maxConcurrentStreams(),
                        http2.streamWindow(),
                        http2.connectionWindow())
                .withHttp10(manager.acceptHttp10());
    }
}
