package io.windrose.topology.display;

import io.windrose.topology.Edge;
import io.windrose.topology.traffic.Protocol;

/// Which figure stands on an edge.
public enum EdgeLabel {
    /// Requests per second; the share of errors where it is high enough to be ill.
    REQUESTS("requests"),
    ERRORS("errors"),
    P95("p95"),
    /// Bytes per second, of TCP alone; others have no figure.
    THROUGHPUT("throughput"),
    /// Of all that the source sends in that protocol.
    SHARE("share");

    private final String label;

    EdgeLabel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// @param share 0 to 100
    /// @return empty where nobody measured that figure
    String text(Edge edge, double share) {
        var traffic = edge.traffic();
        boolean tcp = edge.key().protocol() == Protocol.TCP;
        return switch (this) {
            case REQUESTS -> Figures.rate(traffic.ratePerSecond(), edge.key().protocol());
            case ERRORS -> tcp ? "" : Figures.percent(traffic.errorPercent());
            case P95 -> {
                var millis = traffic.durationMillis(0.95);
                yield millis.isPresent() ? Figures.millis(millis.getAsDouble()) : "";
            }
            case THROUGHPUT ->
                    tcp ? Figures.rate(traffic.ratePerSecond(), edge.key().protocol()) : "";
            case SHARE -> Figures.percent(share);
        };
    }
}
