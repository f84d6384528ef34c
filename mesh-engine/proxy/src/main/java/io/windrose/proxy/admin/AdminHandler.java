package io.windrose.proxy.admin;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers the requests of one connection, each on a virtual thread, since a dump takes a while.
///
/// - Reads whole requests; fires nothing on.
/// - Lets nobody through without the token, if one is asked for: `Authorization: Bearer` or
///   `?token=`.
final class AdminHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(AdminHandler.class);
    private static final String SCHEME = "Bearer ";

    private final AdminEndpoints endpoints;
    private final Optional<String> token;

    AdminHandler(AdminEndpoints endpoints, Optional<String> token) {
        this.endpoints = endpoints;
        this.token = token;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest message) {
        boolean keepAlive = HttpUtil.isKeepAlive(message);
        var decoder = new QueryStringDecoder(message.uri());
        var query = query(decoder);
        var shown = query.remove("token");
        var header = message.headers().get(HttpHeaderNames.AUTHORIZATION, "");
        var offered =
                header.startsWith(SCHEME)
                        ? header.substring(SCHEME.length())
                        : shown == null ? "" : shown;
        if (!allows(offered)) {
            answer(
                    ctx,
                    AdminAnswer.refusal(
                            401, "this interface needs the token of the run: ?token=..."),
                    keepAlive);
            return;
        }
        var request =
                new AdminRequest(message.method().equals(HttpMethod.POST), decoder.path(), query);
        Thread.ofVirtual()
                .name("admin")
                .uncaughtExceptionHandler((_, fault) -> {
                    LOG.error("An admin request failed: path={}", request.path(), fault);
                    answer(ctx, AdminAnswer.refusal(500, "failed: " + fault), false);
                })
                .start(() -> answer(ctx, endpoints.answer(request), keepAlive));
    }

    private boolean allows(String offered) {
        return token.map(wanted ->
                        MessageDigest.isEqual(
                                wanted.getBytes(StandardCharsets.UTF_8),
                                offered.getBytes(StandardCharsets.UTF_8)))
                .orElse(true);
    }

    private static Map<String, String> query(QueryStringDecoder decoder) {
        var query = new LinkedHashMap<String, String>();
        decoder.parameters().forEach((name, values) -> query.put(name, values.getFirst()));
        return query;
    }

    private static void answer(ChannelHandlerContext ctx, AdminAnswer answer, boolean keepAlive) {
        var body = Unpooled.copiedBuffer(answer.body(), StandardCharsets.UTF_8);
        var response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()), body);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, answer.type())
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                .set(HttpHeaderNames.CACHE_CONTROL, "no-cache, max-age=0")
                .set("x-content-type-options", "nosniff")
                .set(HttpHeaderNames.SERVER, "windrose");
        HttpUtil.setKeepAlive(response, keepAlive);
        var written = ctx.writeAndFlush(response);
        written.addListener(
                keepAlive ? ChannelFutureListener.CLOSE_ON_FAILURE : ChannelFutureListener.CLOSE);
    }
}
