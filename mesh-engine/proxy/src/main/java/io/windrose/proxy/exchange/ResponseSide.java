package io.windrose.proxy.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.AsciiString;
import io.windrose.proxy.http.Head;
import io.windrose.proxy.http.HeaderNames;
import io.windrose.proxy.http.Headers;
import io.windrose.proxy.http.HttpStream;
import io.windrose.proxy.http.StreamReset;
import io.windrose.traffic.route.RouteFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way back to the client: dresses heads, sends what an upstream or we ourselves have to say,
/// and tells once that all is said.
final class ResponseSide {
    private final Worker worker;
    private final Link link;
    private final HttpPlan plan;
    private final HttpStream stream;
    private final Tally tally;
    private final Runnable whenOver;
    private Head.Request request;
    private RouteFacts facts = RouteFacts.NONE;
    private boolean introduce;
    private @Nullable String corsOrigin;
    private List<String> cookies = List.of();
    private boolean started;
    private boolean over;

    ResponseSide(
            Worker worker,
            Link link,
            HttpPlan plan,
            HttpStream stream,
            Head.Request request,
            Tally tally,
            Runnable whenOver) {
        this.worker = worker;
        this.link = link;
        this.plan = plan;
        this.stream = stream;
        this.request = request;
        this.tally = tally;
        this.whenOver = whenOver;
    }

    void request(Head.Request screened) {
        request = screened;
    }

    void route(RouteFacts newFacts) {
        facts = newFacts;
    }

    /// The caller introduced itself, so we do too.
    void introduceUs() {
        introduce = true;
    }

    /// The client is to bring these back, `set-cookie` values.
    void setCookies(List<String> values) {
        cookies = values;
    }

    /// The response is for a page of another origin.
    void expose(String origin) {
        corsOrigin = origin;
    }

    boolean isStarted() {
        return started;
    }

    HttpStream stream() {
        return stream;
    }

    void reply(LocalReply reply) {
        tally.flags(reply.flags());
        tally.details(reply.details());
        if (tally.isGrpc()) {
            int status = LocalReply.grpcStatus(reply.status());
            send(new Head.Response(200, dressed(reply.grpcHeaders(status), 200)), true);
            return;
        }
        var body = Unpooled.wrappedBuffer(reply.body().duplicate());
        var head =
                new Head.Response(
                        reply.status(),
                        dressed(reply.plainHeaders(body.readableBytes()), reply.status()));
        boolean last = !body.isReadable() || request.isHead();
        send(head, last);
        if (!last) {
            data(body, true);
        }
    }

    /// A gRPC error with a status of its own, as faults inject it.
    void replyGrpc(LocalReply reply, int grpcStatus) {
        tally.flags(reply.flags());
        tally.details(reply.details());
        send(new Head.Response(200, dressed(reply.grpcHeaders(grpcStatus), 200)), true);
    }

    void informational(Head.Response head) {
        stream.head(head, false);
    }

    /// @param serviceMillis how long the upstream took
    void head(Head.Response head, boolean last, long serviceMillis) {
        var headers = head.headers();
        HopByHop.strip(headers, head.status() == 101);
        if (plan.peerMetadata() != null && plan.peerMetadata().fromUpstream()) {
            tally.upstreamPeer(worker.peers().take(headers));
        }
        if (plan.envoyHeaders()) {
            headers.set(EnvoyHeaders.SERVICE_TIME, Long.toString(serviceMillis));
            tally.serviceMillis(serviceMillis);
        }
        for (var cookie : cookies) {
            headers.add(HeaderNames.SET_COOKIE, cookie);
        }
        tally.details("via_upstream");
        send(new Head.Response(head.status(), dressed(headers, head.status())), last);
    }

    private Headers dressed(Headers headers, int status) {
        if (!facts.responseHeaders().isEmpty()) {
            facts.responseHeaders()
                    .apply(
                            new HeaderFields(headers),
                            new TemplateValues(link, request, facts.name(), headers));
        }
        if (corsOrigin != null && facts.cors() != null) {
            facts.cors().expose(corsOrigin, new HeaderFields(headers));
        }
        server(headers);
        if (!headers.contains(HeaderNames.DATE)) {
            headers.add(HeaderNames.DATE, worker.date());
        }
        if (plan.manager().requestId().inResponse()) {
            var id = request.headers().get(HeaderNames.X_REQUEST_ID);
            if (id != null) {
                headers.set(HeaderNames.X_REQUEST_ID, id);
            }
        }
        if (introduce && status >= 200) {
            worker.peers().introduce(headers);
        }
        return headers;
    }

    private void server(Headers headers) {
        var name = AsciiString.of(plan.manager().serverName());
        switch (plan.manager().serverHeader()) {
            case OVERWRITE -> headers.set(HeaderNames.SERVER, name);
            case APPEND_IF_ABSENT -> {
                if (!headers.contains(HeaderNames.SERVER)) {
                    headers.add(HeaderNames.SERVER, name);
                }
            }
            case PASS_THROUGH -> {}
        }
    }

    private void send(Head.Response head, boolean last) {
        started = true;
        tally.response(head.status(), head.headers());
        stream.head(head, last);
        finishIf(last);
    }

    void data(ByteBuf data, boolean last) {
        tally.responseData(data);
        stream.data(data, last);
        finishIf(last);
    }

    void trailers(Headers trailers) {
        tally.trailers(trailers);
        stream.trailers(trailers);
        finishIf(true);
    }

    /// Breaks off a response that cannot be completed.
    void abort() {
        stream.reset(StreamReset.LOCAL);
        finishIf(true);
    }

    private void finishIf(boolean last) {
        if (last && !over) {
            over = true;
            whenOver.run();
        }
    }
}
