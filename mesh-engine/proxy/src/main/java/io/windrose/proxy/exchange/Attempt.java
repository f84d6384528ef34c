package io.windrose.proxy.exchange;

import io.netty.buffer.ByteBuf;
import io.windrose.proxy.http.Head;
import io.windrose.proxy.http.Headers;
import io.windrose.proxy.http.HttpStream;
import io.windrose.proxy.http.StreamListener;
import io.windrose.proxy.http.StreamReset;
import io.windrose.proxy.upstream.ClusterState;
import io.windrose.proxy.upstream.ConnectFailure;
import io.windrose.proxy.upstream.Target;
import io.windrose.proxy.upstream.UpstreamConnection;
import io.windrose.proxy.upstream.Waiter;
import io.windrose.traffic.balance.Host;
import org.jspecify.annotations.Nullable;

/// One try of a request at one host. After it has told of its end it says nothing more.
final class Attempt implements StreamListener, Waiter {

    /// Who made the attempt.
    interface Owner {
        /// There is a connection; the request can be sent on `stream`.
        void onReady(Attempt attempt, UpstreamConnection connection, HttpStream stream);

        void onResponse(Attempt attempt, Head.Response head, boolean last);

        void onResponseData(ByteBuf data, boolean last);

        void onResponseTrailers(Headers trailers);

        void onFailure(Attempt attempt, AttemptEnd end);

        void onUpstreamWritable();
    }

    private final Owner owner;
    private final ClusterState cluster;
    private final @Nullable Host host;
    private final long startedNanos = System.nanoTime();
    private @Nullable Runnable cancelWait;
    private @Nullable HttpStream stream;
    private boolean over;

    /// @param host null when the client named the address
    Attempt(Owner owner, ClusterState cluster, @Nullable Host host) {
        this.owner = owner;
        this.cluster = cluster;
        this.host = host;
    }

    void start(Worker worker, Target target) {
        if (host != null) {
            host.started();
        }
        var cancel = worker.pool().acquire(cluster, target, this);
        if (stream == null && !over) {
            cancelWait = cancel;
        }
    }

    @Nullable HttpStream stream() {
        return stream;
    }

    @Nullable Host host() {
        return host;
    }

    long elapsedMillis() {
        return (System.nanoTime() - startedNanos) / 1_000_000;
    }

    /// Ends the attempt from our side; harmless when it has ended.
    void abandon() {
        if (end()) {
            if (cancelWait != null) {
                cancelWait.run();
            }
            if (stream != null) {
                stream.reset(StreamReset.LOCAL);
            }
        }
    }

    private boolean end() {
        if (over) {
            return false;
        }
        over = true;
        if (host != null) {
            host.finished();
        }
        return true;
    }

    @Override
    public void ready(UpstreamConnection connection) {
        stream = connection.http().open(this);
        owner.onReady(this, connection, stream);
    }

    @Override
    public void failed(ConnectFailure failure) {
        if (end()) {
            if (failure.kind() != ConnectFailure.Kind.OVERFLOW) {
                reportFailure();
            }
            owner.onFailure(this, AttemptEnd.of(failure));
        }
    }

    @Override
    public void onHead(Head head, boolean last) {
        if (over || !(head instanceof Head.Response response)) {
            return;
        }
        if (!response.isInformational() && host != null && cluster.ejections() != null) {
            cluster.ejections().report(host, response.status());
        }
        if (last) {
            end();
        }
        owner.onResponse(this, response, last);
    }

    @Override
    public void onData(ByteBuf data, boolean last) {
        if (over) {
            data.release();
            return;
        }
        if (last) {
            end();
        }
        owner.onResponseData(data, last);
    }

    @Override
    public void onTrailers(Headers trailers) {
        if (end()) {
            owner.onResponseTrailers(trailers);
        }
    }

    @Override
    public void onReset(StreamReset reason) {
        if (end()) {
            reportFailure();
            owner.onFailure(this, AttemptEnd.of(reason));
        }
    }

    private void reportFailure() {
        if (host != null && cluster.ejections() != null) {
            cluster.ejections().reportFailure(host);
        }
    }

    @Override
    public void onWritable() {
        if (!over) {
            owner.onUpstreamWritable();
        }
    }
}
