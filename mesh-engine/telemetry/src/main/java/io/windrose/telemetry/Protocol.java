package io.windrose.telemetry;

/// What `request_protocol` says of a request; connections always say `tcp`.
public enum Protocol {
    HTTP("http"),
    /// Requests whose content type begins with `application/grpc`.
    GRPC("grpc");

    private final String label;

    Protocol(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
