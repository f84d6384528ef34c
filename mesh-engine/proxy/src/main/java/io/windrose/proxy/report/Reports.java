package io.windrose.proxy.report;

import io.windrose.kernel.Live;
import io.windrose.proxy.done.Done;
import io.windrose.proxy.done.DoneListener;
import io.windrose.proxy.done.TcpProgress;
import io.windrose.telemetry.AccessLogFiles;
import io.windrose.telemetry.PairSeries;
import io.windrose.telemetry.Protocol;
import io.windrose.telemetry.RequestMetrics;
import io.windrose.telemetry.RequestOutcome;
import io.windrose.telemetry.ResponseFlags;
import io.windrose.telemetry.WorkloadLabels;
import io.windrose.traffic.RuntimeSnapshot;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Counts and logs everything that ends in one proxy. Called on all of its event loops.
public final class Reports implements DoneListener {
    private final WorkloadLabels own;
    private final RequestMetrics metrics;
    private final Live<RuntimeSnapshot> runtime;
    private final AccessLogFiles files;
    private final Map<PairLabels, PairSeries> pairs = new ConcurrentHashMap<>();
    private volatile LogIndex logs = new LogIndex(RuntimeSnapshot.EMPTY, Map.of());

    /// @param own this proxy's workload, without principal
    /// @param runtime says which listener writes which log
    public Reports(
            WorkloadLabels own,
            RequestMetrics metrics,
            Live<RuntimeSnapshot> runtime,
            AccessLogFiles files) {
        this.own = own;
        this.metrics = metrics;
        this.runtime = runtime;
        this.files = files;
    }

    @Override
    public void done(Done done) {
        if (done.kind() != Done.Kind.TCP) {
            count(done);
        }
        log(done);
    }

    @Override
    public void relayed(TcpProgress progress) {
        var series = pair(progress.soFar());
        var open = series.tcp(ResponseFlags.NONE);
        switch (progress.stage()) {
            case OPENED -> open.opened().increment();
            case RUNNING -> {}
            case CLOSED -> series.tcp(progress.soFar().flags()).closed().increment();
        }
        open.received().add(progress.newlyReceived());
        open.sent().add(progress.newlySent());
    }

    private void count(Done done) {
        var grpc = done.kind() == Done.Kind.GRPC;
        var response = done.response();
        var outcome =
                new RequestOutcome(
                        grpc ? Protocol.GRPC : Protocol.HTTP,
                        response.code(),
                        grpc
                                ? DoneEntry.GrpcStatus.number(response.grpcStatus())
                                : RequestOutcome.NO_GRPC_STATUS,
                        done.flags());
        var series = pair(done);
        series.finished(
                outcome,
                TimeUnit.NANOSECONDS.toMillis(done.timing().totalNanos()),
                done.request().wireBytes(),
                response.wireBytes());
        if (grpc) {
            series.messages(done.request().messages(), response.messages());
        }
    }

    private PairSeries pair(Done done) {
        var labels = PairLabels.of(done);
        var known = pairs.get(labels);
        return known != null
                ? known
                : pairs.computeIfAbsent(labels, key -> metrics.between(key.labels(own)));
    }

    private void log(Done done) {
        var index = logs;
        var snapshot = runtime.get();
        if (!index.snapshot().equals(snapshot)) {
            index = LogIndex.of(snapshot, files);
            logs = index;
        }
        var open = index.of(done.listener(), done.filterChain());
        if (open.isEmpty()) {
            return;
        }
        var entry = new DoneEntry(done);
        for (var log : open) {
            if (LogChoice.wants(log.filter(), entry)) {
                log.file().append(log.format().line(entry));
            }
        }
    }
}
