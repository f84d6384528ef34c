package io.windrose.telemetry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// The series of one pair of workloads and one service: what a data path resolves once per route
/// and peer and then keeps. Any thread may record at any time.
public final class PairSeries {
    private final SecurityPolicy security;
    private final String labels;
    private final Map<RequestOutcome, RequestSeries> byOutcome = new ConcurrentHashMap<>();
    private final Map<ResponseFlags, TcpSeries> byFlags = new ConcurrentHashMap<>();
    private final LongAdder requestMessages = new LongAdder();
    private final LongAdder responseMessages = new LongAdder();

    PairSeries(RequestLabels labels) {
        this.security = labels.security();
        this.labels = labels.text();
    }

    /// Counts one finished request.
    ///
    /// @param durationMillis from the first byte of the request to the last of the answer
    /// @param requestBytes on the wire, downstream, with head
    /// @param responseBytes on the wire, downstream, with head
    public void finished(
            RequestOutcome outcome, long durationMillis, long requestBytes, long responseBytes) {
        var series = byOutcome.get(outcome);
        if (series == null) {
            series =
                    byOutcome.computeIfAbsent(
                            outcome, key -> new RequestSeries(key.text(labels, security)));
        }
        series.durationMillis().record(durationMillis);
        series.requestBytes().record(requestBytes);
        series.responseBytes().record(responseBytes);
    }

    /// Counts gRPC messages since the last call.
    public void messages(long requests, long responses) {
        requestMessages.add(requests);
        responseMessages.add(responses);
    }

    /// The counters of connections; flags are only known at the end of one, until then none.
    public TcpSeries tcp(ResponseFlags flags) {
        var series = byFlags.get(flags);
        return series != null
                ? series
                : byFlags.computeIfAbsent(flags, key -> new TcpSeries(tcpLabels(key)));
    }

    private String tcpLabels(ResponseFlags flags) {
        return labels
                + ','
                + new LabelText()
                        .add("request_protocol", "tcp")
                        .add("response_flags", flags.text())
                        .add("connection_security_policy", security.label());
    }

    String labels() {
        return labels;
    }

    Iterable<RequestSeries> requests() {
        return byOutcome.values();
    }

    Iterable<TcpSeries> connections() {
        return byFlags.values();
    }

    LongAdder requestMessages() {
        return requestMessages;
    }

    LongAdder responseMessages() {
        return responseMessages;
    }
}
