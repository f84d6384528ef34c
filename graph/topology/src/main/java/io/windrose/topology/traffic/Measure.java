package io.windrose.topology.traffic;

/// One of Istio's standard counters.
///
/// Directions are those of the source, as Kiali's users know them: what the source *sent* is what
/// the proxies count as received bytes.
///
/// @see <a href="https://istio.io/latest/docs/reference/config/metrics/">Istio standard metrics</a>
public enum Measure {
    REQUESTS("istio_requests_total"),
    GRPC_SENT("istio_request_messages_total"),
    GRPC_RECEIVED("istio_response_messages_total"),
    TCP_SENT("istio_tcp_received_bytes_total"),
    TCP_RECEIVED("istio_tcp_sent_bytes_total");

    private final String metric;

    Measure(String metric) {
        this.metric = metric;
    }

    /// The name under which proxies expose it.
    public String metric() {
        return metric;
    }

    /// Whether the counter counts messages of gRPC streams, which have no codes and no flags.
    public boolean countsMessages() {
        return this == GRPC_SENT || this == GRPC_RECEIVED;
    }

    public boolean countsBytes() {
        return this == TCP_SENT || this == TCP_RECEIVED;
    }
}
