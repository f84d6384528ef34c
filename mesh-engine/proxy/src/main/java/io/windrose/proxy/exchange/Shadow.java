package io.windrose.proxy.exchange;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import io.windrose.proxy.http.Head;
import io.windrose.proxy.http.HeaderNames;
import io.windrose.proxy.http.Headers;
import io.windrose.proxy.http.HttpStream;
import io.windrose.proxy.http.StreamReset;
import io.windrose.proxy.upstream.ClusterState;
import io.windrose.proxy.upstream.UpstreamConnection;
import io.windrose.traffic.balance.Host;
import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.cluster.Endpoint;
import io.windrose.traffic.route.Decision;
import io.windrose.traffic.route.Mirror;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A copy of a request that goes to another cluster; nobody waits for its answer, and neither its
/// failure nor its slowness touches the request itself.
///
/// A copy that cannot keep up, more of its body waiting than a connection may hold, is given up.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto#envoy-v3-api-msg-config-route-v3-routeaction-requestmirrorpolicy">Envoy's
///   RequestMirrorPolicy</a>
final class Shadow implements Attempt.Owner {
    private static final AsciiString INTERNAL = AsciiString.cached("x-envoy-internal");
    private static final AsciiString TRUE = AsciiString.cached("true");

    /// For routes without a time limit: nobody else would ever end the copy.
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Worker worker;
    private final Link link;
    private final ClusterState cluster;
    private final Mirror mirror;
    private final UpstreamHead head;
    private final RequestBody body;
    private @Nullable Attempt attempt;
    private @Nullable Future<?> timer;
    private boolean over;

    private Shadow(
            Worker worker, Link link, ClusterState cluster, Mirror mirror, UpstreamHead head) {
        this.worker = worker;
        this.link = link;
        this.cluster = cluster;
        this.mirror = mirror;
        this.head = head;
        body = new RequestBody(link.listener().bufferLimit());
    }

    /// @param cluster of the mirror; null when there is none, and then no copy goes anywhere
    /// @param soFar what has come of the request's body
    /// @return null when the copy cannot even begin
    static @Nullable Shadow begin(
            Worker worker,
            Link link,
            HttpPlan plan,
            Decision.Forward route,
            Mirror mirror,
            @Nullable ClusterState cluster,
            Head.Request request,
            HeadView view,
            RequestBody soFar,
            String clientProtocol) {
        if (cluster == null || !cluster.limits().tryRequest()) {
            return null;
        }
        var head = new UpstreamHead(link, plan, worker, route, request, view);
        var shadow = new Shadow(worker, link, cluster, mirror, head);
        soFar.copyTo(shadow.body);
        shadow.start(plan, request, route.timeouts().total(view), clientProtocol);
        return shadow.over ? null : shadow;
    }

    private void start(HttpPlan plan, Head.Request request, Duration limit, String clientProtocol) {
        Host host = null;
        Endpoint endpoint;
        if (cluster.cluster().type() == Cluster.Type.ORIGINAL_DST) {
            endpoint = Forwarding.asDialled(cluster.cluster(), link.local());
        } else {
            host = worker.pool().balancer(cluster).pick();
            if (host == null) {
                end();
                return;
            }
            endpoint = host.endpoint();
        }
        var longest = limit.isZero() ? LONGEST : limit;
        timer = worker.loop().schedule(this::giveUp, longest.toNanos(), TimeUnit.NANOSECONDS);
        var first = new Attempt(this, cluster, host);
        attempt = first;
        first.start(
                worker,
                TargetChoice.of(cluster.cluster(), endpoint, plan, request, clientProtocol));
    }

    /// @param data stays the caller's
    void data(ByteBuf data, boolean last) {
        if (over) {
            return;
        }
        var running = stream();
        body.add(data.retainedDuplicate(), last, running);
        if (running == null ? body.isFull() : !running.isWritable()) {
            giveUp();
        }
    }

    void trailers(Headers trailers) {
        if (!over) {
            body.end(trailers.copy(), stream());
        }
    }

    /// The request itself has ended; a copy that has not been told all of it ends too.
    void requestOver() {
        if (!body.isComplete()) {
            giveUp();
        }
    }

    private @Nullable HttpStream stream() {
        return attempt == null ? null : attempt.stream();
    }

    private void giveUp() {
        if (!over && attempt != null) {
            attempt.abandon();
            var running = attempt.stream();
            if (running != null && !body.isComplete()) {
                running.reset(StreamReset.LOCAL); // answered before it had heard all
            }
        }
        end();
    }

    private void end() {
        if (over) {
            return;
        }
        over = true;
        body.release();
        if (timer != null) {
            timer.cancel(false);
        }
        cluster.limits().requestEnded();
    }

    @Override
    public void onReady(Attempt ready, UpstreamConnection connection, HttpStream stream) {
        var host = ready.host();
        var endpoint =
                host == null
                        ? Forwarding.asDialled(cluster.cluster(), link.local())
                        : host.endpoint();
        var sent = head.of(cluster.cluster(), endpoint, 1, 0);
        sent.headers().set(INTERNAL, TRUE);
        sent.headers().remove(HeaderNames.EXPECT);
        var copy =
                new Head.Request(
                        sent.method(),
                        sent.scheme(),
                        AsciiString.of(mirror.authority(sent.authority().toString())),
                        sent.path(),
                        sent.headers());
        boolean whole = body.isComplete() && body.isEmpty();
        stream.head(copy, whole);
        if (!whole) {
            body.sendTo(stream);
        }
    }

    @Override
    public void onResponse(Attempt answered, Head.Response response, boolean last) {
        if (last) {
            giveUp();
        }
    }

    @Override
    public void onResponseData(ByteBuf data, boolean last) {
        data.release();
        if (last) {
            giveUp();
        }
    }

    @Override
    public void onResponseTrailers(Headers trailers) {
        giveUp();
    }

    @Override
    public void onFailure(Attempt failed, AttemptEnd reason) {
        end();
    }

    @Override
    public void onUpstreamWritable() {}
}
