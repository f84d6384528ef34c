package io.windrose.controlplane.ads;

import io.envoyproxy.envoy.config.core.v3.Node;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.windrose.controlplane.access.Caller;
import io.windrose.controlplane.access.NodeClaim;
import io.windrose.controlplane.push.Translations;
import io.windrose.controlplane.session.Offer;
import io.windrose.controlplane.session.ProxySession;
import io.windrose.controlplane.session.ResourceStatus;
import io.windrose.controlplane.session.Response;
import io.windrose.controlplane.session.SessionStatus;
import io.windrose.controlplane.session.Wire;
import io.windrose.controlplane.status.ProxyStatus;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Timer;
import io.windrose.translate.scope.ProxyNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// One gRPC stream from its first message to its end.
///
/// gRPC's callbacks only hand over to `owner`, on which everything else happens. The next message
/// is asked for when the last one has been dealt with, so that a flood stays in the sender's
/// socket.
///
/// @param <Q> request message
/// @param <A> response message
final class ProxyStream<Q, A> implements StreamObserver<Q>, Wire, Streams.Member {
    private final Codec<Q, A> codec;
    private final ServerCallStreamObserver<A> out;
    private final Caller caller;
    private final Owner owner;
    private final Timer timer;
    private final InstantSource clock;
    private final Streams streams;
    private final long connection;
    private final Instant connectedAt;
    private @Nullable Open open;
    private @Nullable Translations taken;
    private boolean ended;

    /// What there is once the proxy has introduced itself.
    private record Open(ProxyNode node, String software, ProxySession session) {}

    ProxyStream(
            Codec<Q, A> codec,
            ServerCallStreamObserver<A> out,
            Caller caller,
            Owner owner,
            Timer timer,
            InstantSource clock,
            Streams streams) {
        this.codec = codec;
        this.out = out;
        this.caller = caller;
        this.owner = owner;
        this.timer = timer;
        this.clock = clock;
        this.streams = streams;
        connection = streams.nextConnection();
        connectedAt = clock.instant();
    }

    /// To be called before gRPC's own call returns, as its observer demands.
    void begin() {
        out.disableAutoRequest();
        out.setOnReadyHandler(() -> owner.execute(this::onWritable));
        out.setOnCancelHandler(() -> owner.execute(this::end));
        out.request(1);
    }

    @Override
    public void onNext(Q message) {
        owner.execute(() -> receive(message));
    }

    @Override
    public void onError(Throwable lost) {
        owner.execute(this::end);
    }

    @Override
    public void onCompleted() {
        owner.execute(() -> {
            if (!ended) {
                end();
                out.onCompleted();
            }
        });
    }

    @Override
    public boolean isReady() {
        return !ended && out.isReady();
    }

    @Override
    public void send(Response response) {
        out.onNext(codec.message(response));
    }

    @Override
    public CompletionStage<?> take(Translations newest) {
        var done = new CompletableFuture<Boolean>();
        owner.execute(() -> {
            try {
                takeHere(newest);
            } finally {
                done.complete(true);
            }
        });
        return done;
    }

    @Override
    public CompletionStage<List<ResourceStatus>> resources() {
        var answer = new CompletableFuture<List<ResourceStatus>>();
        owner.execute(() -> answer.complete(open == null ? List.of() : open.session().resources()));
        return answer;
    }

    @Override
    public void shutDown() {
        owner.execute(() -> {
            if (!ended) {
                end(Status.UNAVAILABLE.withDescription("the control plane is shutting down"));
            }
        });
    }

    private void receive(Q message) {
        if (ended) {
            return;
        }
        var request = codec.request(message);
        if (open == null && request.isPresent()) {
            introduce(codec.node(message));
        }
        if (open != null && request.isPresent() && !open.session().onRequest(request.get())) {
            end(Status.RESOURCE_EXHAUSTED.withDescription("too many resource names"));
        }
        if (!ended) {
            out.request(1);
        }
    }

    private void introduce(Node node) {
        switch (ProxyNode.of(node).then(claimed -> NodeClaim.check(caller, claimed))) {
            case Result.Err<ProxyNode>(var problems) -> end(refusal(problems.getFirst()));
            case Result.Ok<ProxyNode>(var known, _) -> {
                var session =
                        new ProxySession(codec.dialect(), this, owner, timer, clock, this::report);
                open = new Open(known, software(node), session);
                report(SessionStatus.NEW);
                takeHere(streams.newest());
                streams.add(known.id(), this);
            }
        }
    }

    private void takeHere(Translations newest) {
        if (!ended && open != null && newest != taken && newest.version().number() >= 0) {
            taken = newest;
            open.session().offer(new Offer(newest.version().number(), newest.of(open.node())));
        }
    }

    private void onWritable() {
        if (!ended && open != null) {
            open.session().onWritable();
        }
    }

    private void report(SessionStatus session) {
        if (open != null) {
            streams.board()
                    .report(
                            new ProxyStatus(
                                    open.node().id(),
                                    connection,
                                    open.software(),
                                    connectedAt,
                                    session));
        }
    }

    private void end(Status reason) {
        end();
        out.onError(reason.asRuntimeException());
    }

    private void end() {
        if (!ended) {
            ended = true;
            if (open != null) {
                open.session().close();
                streams.remove(open.node().id(), this);
                streams.board().gone(open.node().id(), connection);
            }
        }
    }

    private static Status refusal(Problem problem) {
        return (problem.code().equals(NodeClaim.REFUSED)
                        ? Status.PERMISSION_DENIED
                        : Status.INVALID_ARGUMENT)
                .withDescription(problem.message());
    }

    private static String software(Node node) {
        var version = node.getUserAgentBuildVersion().getVersion();
        var number =
                node.hasUserAgentBuildVersion()
                        ? version.getMajorNumber()
                                + "."
                                + version.getMinorNumber()
                                + "."
                                + version.getPatch()
                        : node.getUserAgentVersion();
        return (node.getUserAgentName() + " " + number).strip();
    }
}
