package io.windrose.proxy.exchange;

import io.netty.buffer.ByteBuf;
import io.windrose.proxy.http.Head;
import io.windrose.proxy.http.Headers;
import io.windrose.proxy.http.HttpStream;
import io.windrose.proxy.http.StreamReset;
import io.windrose.proxy.upstream.ClusterState;
import io.windrose.proxy.upstream.UpstreamConnection;
import io.windrose.telemetry.ResponseFlag;
import io.windrose.traffic.balance.Host;
import io.windrose.traffic.cluster.Cluster;
import io.windrose.traffic.cluster.Endpoint;
import io.windrose.traffic.route.Decision;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The stretch of an exchange between the decision where it goes and the end of the response: one
/// attempt after another while nothing has been sent to the client, then both bodies as fast as the
/// slower side takes them.
final class Forwarding implements Attempt.Owner {
    private final Worker worker;
    private final Link link;
    private final HttpPlan plan;
    private final Decision.Forward route;
    private final Duration total;
    private final ClusterState cluster;
    private final UpstreamHead upstreamHead;
    private final RequestBody body;
    private final ResponseSide response;
    private final Tally tally;
    private final String clientProtocol;
    private final Retries retries;
    private final Timers timers;
    private final long hash;
    private @Nullable Attempt attempt;
    private boolean over;

    Forwarding(
            Worker worker,
            Link link,
            HttpPlan plan,
            Decision.Forward route,
            ClusterState cluster,
            Head.Request head,
            HeadView view,
            RequestBody body,
            ResponseSide response,
            Tally tally,
            String clientProtocol,
            long hash) {
        this.worker = worker;
        this.link = link;
        this.plan = plan;
        this.route = route;
        total = route.timeouts().total(view);
        this.cluster = cluster;
        this.body = body;
        this.response = response;
        this.tally = tally;
        this.clientProtocol = clientProtocol;
        this.hash = hash;
        upstreamHead = new UpstreamHead(link, plan, worker, route, head, view);
        retries = new Retries(route.retries(), cluster.limits());
        timers = new Timers(worker.loop());
        var stream = route.timeouts().stream(view);
        timers.stream(
                stream == null ? plan.manager().timeouts().stream() : stream,
                () -> timedOut(LocalReply.STREAM_TIMEOUT));
        var idle = route.timeouts().idle();
        timers.idle(
                idle == null ? plan.manager().timeouts().streamIdle() : idle,
                () -> timedOut(LocalReply.IDLE));
    }

    void start() {
        if (body.isComplete()) {
            requestEnded();
        }
        tryOnce();
    }

    /// The route's time runs from the end of the request.
    void requestEnded() {
        timers.total(total, () -> timedOut(LocalReply.TIMEOUT));
    }

    @Nullable HttpStream stream() {
        return attempt == null ? null : attempt.stream();
    }

    void progress() {
        timers.progress();
    }

    private void tryOnce() {
        tally.attempt();
        Host host = null;
        Endpoint endpoint;
        if (cluster.cluster().type() == Cluster.Type.ORIGINAL_DST) {
            endpoint = asDialled(cluster.cluster(), link.local());
        } else {
            var balancer = worker.pool().balancer(cluster);
            host =
                    retries.tried().isEmpty()
                            ? balancer.pick(hash)
                            : balancer.pickAnother(
                                    retries.tried(), route.retries().hostSelectionAttempts());
            if (host == null) {
                response.reply(LocalReply.NO_HEALTHY_UPSTREAM);
                return;
            }
            retries.tried(host);
            endpoint = host.endpoint();
        }
        var target =
                TargetChoice.of(
                        cluster.cluster(), endpoint, plan, upstreamHead.head(), clientProtocol);
        tally.host(
                endpoint, InetSocketAddress.createUnresolved(endpoint.address(), endpoint.port()));
        var next = new Attempt(this, cluster, host);
        attempt = next;
        next.start(worker, target);
    }

    static Endpoint asDialled(Cluster cluster, InetSocketAddress dialled) {
        return new Endpoint(
                dialled.getAddress().getHostAddress(),
                dialled.getPort(),
                "",
                1,
                Endpoint.Health.HEALTHY,
                cluster.defaultTls(),
                "");
    }

    @Override
    public void onReady(Attempt ready, UpstreamConnection connection, HttpStream stream) {
        tally.connected(connection.localAddress(), connection.tls(), connection.protocol());
        var endpoint = endpointOf(ready);
        var head =
                upstreamHead.of(
                        cluster.cluster(), endpoint, tally.attempts(), expected().toMillis());
        boolean whole = body.isComplete() && body.isEmpty();
        stream.head(head, whole);
        if (!whole) {
            body.sendTo(stream);
        }
        response.stream().reading(stream.isWritable());
        timers.attempt(route.retries().attemptTimeout(), this::attemptTimedOut);
    }

    /// What one attempt is told that it may take; zero for no limit.
    private Duration expected() {
        var one = route.retries().attemptTimeout();
        return one.isPositive() && (total.isZero() || one.compareTo(total) < 0) ? one : total;
    }

    private Endpoint endpointOf(Attempt ready) {
        var host = ready.host();
        return host == null ? asDialled(cluster.cluster(), link.local()) : host.endpoint();
    }

    @Override
    public void onResponse(Attempt answered, Head.Response head, boolean last) {
        timers.progress();
        tally.upstreamAnswered();
        if (head.isInformational()) {
            if (plan.manager().forward100() || head.status() != 100) {
                response.informational(head);
            }
            return;
        }
        timers.attemptEnded();
        if (body.isRepeatable()) {
            switch (retries.judge(head)) {
                case REPEAT -> {
                    answered.abandon();
                    tryAgain();
                    return;
                }
                case EXHAUSTED -> tally.flag(ResponseFlag.UPSTREAM_RETRY_LIMIT_EXCEEDED);
                case OVERFLOW -> tally.flag(ResponseFlag.UPSTREAM_OVERFLOW);
                case NOT_WORTH_IT -> {}
            }
        }
        body.giveUpRepeating();
        retries.release();
        response.head(head, last, answered.elapsedMillis());
    }

    @Override
    public void onResponseData(ByteBuf data, boolean last) {
        timers.progress();
        response.data(data, last);
        var upstream = stream();
        if (!over && upstream != null && !response.stream().isWritable()) {
            upstream.reading(false);
        }
    }

    @Override
    public void onResponseTrailers(Headers trailers) {
        response.trailers(trailers);
    }

    @Override
    public void onUpstreamWritable() {
        response.stream().reading(true);
    }

    /// The client takes more again.
    void onDownstreamWritable() {
        var upstream = stream();
        if (upstream != null) {
            upstream.reading(true);
        }
    }

    @Override
    public void onFailure(Attempt failed, AttemptEnd end) {
        timers.attemptEnded();
        tally.failure(end.transport());
        if (response.isStarted()) {
            tally.flag(end.flag());
            tally.details(end.details("after"));
            response.abort();
            return;
        }
        var verdict =
                body.isRepeatable() ? retries.judge(end.failure()) : Retries.Verdict.NOT_WORTH_IT;
        switch (verdict) {
            case REPEAT -> {
                tryAgain();
                return;
            }
            case EXHAUSTED -> tally.flag(ResponseFlag.UPSTREAM_RETRY_LIMIT_EXCEEDED);
            case OVERFLOW -> tally.flag(ResponseFlag.UPSTREAM_OVERFLOW);
            case NOT_WORTH_IT -> {}
        }
        response.reply(end.reply(tally.attempts() > 1));
    }

    private void tryAgain() {
        attempt = null;
        var pause = retries.pause(worker.random());
        var _ = worker.loop().schedule(this::tryUnlessOver, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void tryUnlessOver() {
        if (!over) {
            tryOnce();
        }
    }

    private void attemptTimedOut() {
        var late = attempt;
        if (late != null) {
            reportTimeout(late);
            late.abandon();
            onFailure(late, AttemptEnd.TIMEOUT);
        }
    }

    private void reportTimeout(Attempt late) {
        var host = late.host();
        if (host != null && cluster.ejections() != null) {
            cluster.ejections().reportFailure(host);
        }
    }

    private void timedOut(LocalReply reply) {
        var late = attempt;
        if (late != null) {
            reportTimeout(late);
            late.abandon();
        }
        if (response.isStarted()) {
            tally.flags(reply.flags());
            tally.details(reply.details());
            response.abort();
        } else {
            response.reply(reply);
        }
    }

    /// The exchange has ended, in whatever way.
    void close() {
        over = true;
        timers.stop();
        retries.release();
        var last = attempt;
        if (last != null) {
            last.abandon();
            var upstream = last.stream();
            if (upstream != null && !body.isComplete()) {
                upstream.reset(StreamReset.LOCAL); // answered before it had heard all
            }
        }
        cluster.limits().requestEnded();
    }
}
