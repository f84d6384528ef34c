package io.windrose.proxy.exchange;

import io.netty.buffer.ByteBuf;
import io.windrose.proxy.http.Head;
import io.windrose.proxy.http.HeaderNames;
import io.windrose.proxy.http.Headers;
import io.windrose.proxy.http.HttpStream;
import io.windrose.proxy.http.StreamListener;
import io.windrose.proxy.http.StreamReset;
import io.windrose.proxy.upstream.ClusterState;
import io.windrose.telemetry.ResponseFlag;
import io.windrose.traffic.fault.FaultPlan;
import io.windrose.traffic.match.IpAddress;
import io.windrose.traffic.route.Decision;
import io.windrose.traffic.route.RequestHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One request from its head to its [io.windrose.proxy.done.Done], on its connection's event loop.
///
/// ```
/// Deciding -> (Delayed ->) Forwarded -> Over
///    |            |
///    +------------+-----> Over            an answer of our own
/// ```
///
/// It reads the applied snapshot once and keeps to it.
final class Exchange implements StreamListener {

    private sealed interface Phase {
        record Deciding() implements Phase {}

        record Delayed(Future<?> timer) implements Phase {}

        record Forwarded(Forwarding forwarding) implements Phase {}

        record Over() implements Phase {}
    }

    private final Worker worker;
    private final Link link;
    private final HttpPlan plan;
    private final Applied applied;
    private final HttpStream stream;
    private final String protocol;
    private final Tally tally;
    private final ResponseSide response;
    private final RequestBody body;
    private Head.Request head;
    private final List<Shadow> shadows = new ArrayList<>(0);
    private @Nullable IpAddress client;
    private @Nullable Future<?> wholeRequest;
    private Phase phase = new Phase.Deciding();

    Exchange(
            Worker worker,
            Link link,
            HttpPlan plan,
            HttpStream stream,
            Head.Request head,
            String protocol) {
        this.worker = worker;
        this.link = link;
        this.plan = plan;
        this.stream = stream;
        this.head = head;
        this.protocol = protocol;
        applied = worker.applied();
        tally = new Tally(link, head, protocol, worker.clock().instant());
        response = new ResponseSide(worker, link, plan, stream, head, tally, this::finish);
        body = new RequestBody(link.listener().bufferLimit());
        worker.activeRequests().increment();
    }

    void start(boolean whole) {
        if (whole) {
            body.completeWithoutBody();
            tally.requestEnded();
        } else if (!plan.manager().timeouts().request().isZero()) {
            wholeRequest = later(plan.manager().timeouts().request(), this::requestTooSlow);
        }
        var screened = RequestScreen.screen(head, link, plan, worker);
        if (screened == null) {
            response.reply(LocalReply.BAD_PATH);
            return;
        }
        head = screened.head();
        tally.request(head);
        response.request(head);
        var upgrade = head.headers().get(HeaderNames.UPGRADE);
        if (upgrade != null && !plan.manager().upgrades().contains(upgrade.toString())) {
            response.reply(LocalReply.NO_UPGRADE);
            return;
        }
        if (head.headers().contains(HeaderNames.EXPECT) && !plan.manager().forward100()) {
            head.headers().remove(HeaderNames.EXPECT);
            stream.head(new Head.Response(100, new Headers()), false);
        }
        greet();
        client = screened.client();
        decide();
    }

    /// The rest of the request did not come in time; once a response has begun, that no longer
    /// matters.
    private void requestTooSlow() {
        if (!(phase instanceof Phase.Over) && !response.isStarted()) {
            response.reply(LocalReply.REQUEST_TIMEOUT);
        }
    }

    /// Learns from the caller's proxy whom it stands for.
    private void greet() {
        var exchange = plan.peerMetadata();
        if (exchange != null && exchange.fromDownstream()) {
            boolean introduced = head.headers().contains(PeerHeaders.METADATA);
            tally.downstreamPeer(worker.peers().take(head.headers()));
            if (introduced && exchange.toDownstream()) {
                response.introduceUs();
            }
        }
    }

    private void decide() {
        var view = new HeadView(head, worker.random().nextLong());
        var table = applied.snapshot().routes(plan.manager().routes());
        var decision = table == null ? new Decision.NoRoute() : table.route(view);
        var facts = decision.facts();
        tally.route(facts);
        if (decision instanceof Decision.Forward forward) {
            expect(forward);
        }
        var caller = client == null ? link.caller() : link.caller().withRemoteAddress(client);
        for (int i = 0; i < plan.rbac().size(); i++) {
            var filter = plan.rbac().get(i);
            var rules = facts.rbac().getOrDefault(filter.name(), filter.rules());
            var verdict = rules.enforced() == null ? null : rules.enforced().check(caller, view);
            if (verdict != null && !verdict.allowed()) {
                response.reply(LocalReply.denied(verdict.details()));
                return;
            }
        }
        injectFault(decision, view);
    }

    private void injectFault(Decision decision, HeadView view) {
        var fromRoute = decision.facts().fault();
        var fault = plan.fault() == null || fromRoute == null ? plan.fault() : fromRoute;
        var cluster = decision instanceof Decision.Forward forward ? forward.cluster() : "";
        if (fault == null || !fault.concerns(view, cluster)) {
            act(decision, view);
            return;
        }
        var delay = fault.drawDelay(worker.random());
        if (delay.isZero()) {
            abortOrAct(fault, decision, view);
            return;
        }
        tally.flag(ResponseFlag.DELAY_INJECTED);
        phase = new Phase.Delayed(later(delay, () -> afterDelay(fault, decision, view)));
    }

    private Future<?> later(Duration delay, Runnable then) {
        return worker.loop().schedule(then, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void afterDelay(FaultPlan fault, Decision decision, HeadView view) {
        if (phase instanceof Phase.Delayed) {
            phase = new Phase.Deciding();
            abortOrAct(fault, decision, view);
        }
    }

    private void abortOrAct(FaultPlan fault, Decision decision, HeadView view) {
        if (!fault.drawAbort(worker.random())) {
            act(decision, view);
            return;
        }
        var reply =
                LocalReply.of(
                        fault.abortStatus(),
                        "fault filter abort",
                        "fault_filter_abort",
                        ResponseFlag.FAULT_INJECTED);
        if (fault.abortGrpcStatus() != 0) {
            response.replyGrpc(reply, fault.abortGrpcStatus());
        } else {
            response.reply(reply);
        }
    }

    private void act(Decision decision, HeadView view) {
        if (!answeredForOtherOrigin(decision, view)) {
            response.route(decision.facts());
            switch (decision) {
                case Decision.Forward forward -> forward(forward, view);
                case Decision.NoRoute _ -> response.reply(LocalReply.NO_ROUTE);
                case Decision.DirectResponse(_, int status, var bytes) ->
                        response.reply(new LocalReply(status, bytes, "direct_response"));
                case Decision.Redirect redirect -> {
                    var reply = new LocalReply(redirect.status(), "", "direct_response");
                    reply.headers().set(HeaderNames.LOCATION, redirect.location(view));
                    response.reply(reply);
                }
            }
        }
    }

    private boolean answeredForOtherOrigin(Decision decision, HeadView view) {
        var policy = plan.cors() ? decision.facts().cors() : null;
        if (policy == null) {
            return false;
        }
        var origin = head.headers().text(HeaderNames.ORIGIN);
        switch (policy.step(view)) {
            case PASS -> {}
            case PASS_AND_EXPOSE -> response.expose(origin);
            case ANSWER_PREFLIGHT -> {
                var reply = new LocalReply(200, "", "cors_response");
                policy.answerPreflight(origin, new HeaderFields(reply.headers()));
                response.reply(reply);
                return true;
            }
            case ANSWER_BARE -> {
                response.reply(new LocalReply(200, "", "cors_response"));
                return true;
            }
        }
        return false;
    }

    private void forward(Decision.Forward route, HeadView view) {
        var cluster = cluster(route);
        if (cluster == null) {
            response.reply(LocalReply.noCluster(route.clusterNotFoundStatus()));
            return;
        }
        if (!cluster.limits().tryRequest()) {
            response.reply(AttemptEnd.OVERFLOW.reply(false));
            return;
        }
        mirror(route, view);
        if (route.retries().retries() > 0) {
            body.keepForRepeating();
        }
        var forwarding =
                new Forwarding(
                        worker,
                        link,
                        plan,
                        route,
                        cluster,
                        head,
                        view,
                        body,
                        response,
                        tally,
                        protocol,
                        hash(route, cluster, view));
        phase = new Phase.Forwarded(forwarding);
        forwarding.start();
    }

    /// Copies go out before the request itself, whose end would end them.
    private void mirror(Decision.Forward route, HeadView view) {
        for (var mirror : route.mirrors()) {
            if (mirror.share().covers(view.random())) {
                var shadow =
                        Shadow.begin(
                                worker,
                                link,
                                plan,
                                route,
                                mirror,
                                applied.clusters().get(mirror.cluster()),
                                head,
                                view,
                                body,
                                protocol);
                if (shadow != null) {
                    shadows.add(shadow);
                }
            }
        }
    }

    /// Drawn at random where neither the cluster nor the route asks for more.
    private long hash(Decision.Forward route, ClusterState cluster, HeadView view) {
        if (route.hash().isEmpty() || !cluster.cluster().balancing().policy().isByHash()) {
            return view.random();
        }
        var from = client == null ? link.caller().remoteAddress() : client;
        var found =
                RequestHash.of(route.hash(), view, from == null ? null : from.text(), link.ends());
        response.setCookies(found.cookies());
        return found.hash() == null ? view.random() : found.hash();
    }

    /// Whatever becomes of the request, it is told with the cluster and the route's headers that it
    /// would have had.
    private void expect(Decision.Forward route) {
        response.route(route.facts());
        var cluster = cluster(route);
        if (cluster != null) {
            tally.cluster(cluster.cluster());
        }
    }

    private @Nullable ClusterState cluster(Decision.Forward route) {
        return applied.clusters().get(route.cluster());
    }

    @Override
    public void onHead(Head unexpected, boolean last) {
        throw new IllegalStateException("a request has one head, which opened the stream");
    }

    @Override
    public void onData(ByteBuf data, boolean last) {
        if (phase instanceof Phase.Over) {
            data.release();
            return;
        }
        tally.requestData(data);
        shadows.forEach(shadow -> shadow.data(data, last));
        var upstream = upstream();
        body.add(data, last, upstream);
        if (upstream == null ? body.isFull() : !upstream.isWritable()) {
            stream.reading(false);
        }
        progress(last);
    }

    @Override
    public void onTrailers(Headers trailers) {
        if (!(phase instanceof Phase.Over)) {
            shadows.forEach(shadow -> shadow.trailers(trailers));
            body.end(trailers, upstream());
            progress(true);
        }
    }

    private @Nullable HttpStream upstream() {
        return phase instanceof Phase.Forwarded(var forwarding) ? forwarding.stream() : null;
    }

    private void progress(boolean last) {
        if (last) {
            tally.requestEnded();
            stopWaiting();
        }
        if (phase instanceof Phase.Forwarded(var forwarding)) {
            forwarding.progress();
            if (last) {
                forwarding.requestEnded();
            }
        }
    }

    private void stopWaiting() {
        if (wholeRequest != null) {
            wholeRequest.cancel(false);
            wholeRequest = null;
        }
    }

    /// The client is gone, or has lost interest.
    @Override
    public void onReset(StreamReset reason) {
        if (phase instanceof Phase.Over) {
            return;
        }
        if (reason.kind() == StreamReset.Kind.PROTOCOL_ERROR) {
            tally.flag(ResponseFlag.DOWNSTREAM_PROTOCOL_ERROR);
            tally.details(reason.detail());
        } else {
            tally.flag(ResponseFlag.DOWNSTREAM_CONNECTION_TERMINATION);
            tally.details("downstream_remote_disconnect");
        }
        finish();
    }

    @Override
    public void onWritable() {
        if (phase instanceof Phase.Forwarded(var forwarding)) {
            forwarding.onDownstreamWritable();
        }
    }

    private void finish() {
        var before = phase;
        if (before instanceof Phase.Over) {
            return;
        }
        phase = new Phase.Over();
        stopWaiting();
        switch (before) {
            case Phase.Delayed(var timer) -> timer.cancel(false);
            case Phase.Forwarded(var forwarding) -> forwarding.close();
            case Phase.Deciding _, Phase.Over _ -> {}
        }
        shadows.forEach(Shadow::requestOver);
        body.release();
        worker.activeRequests().decrement();
        worker.done().done(tally.done(stream));
    }
}
