package io.windrose.telemetry;

/// How a request ended, as far as the labels of its series go.
///
/// @param responseCode the HTTP status, 0 when there was no answer
/// @param grpcStatus 0 to 16, or [#NO_GRPC_STATUS]
public record RequestOutcome(
        Protocol protocol, int responseCode, int grpcStatus, ResponseFlags flags) {
    public static final int NO_GRPC_STATUS = -1;

    public static RequestOutcome http(int responseCode, ResponseFlags flags) {
        return new RequestOutcome(Protocol.HTTP, responseCode, NO_GRPC_STATUS, flags);
    }

    String text(String pair, SecurityPolicy security) {
        var status = grpcStatus == NO_GRPC_STATUS ? "" : Integer.toString(grpcStatus);
        return pair
                + ','
                + new LabelText()
                        .add("request_protocol", protocol.label())
                        .add("response_code", Integer.toString(responseCode))
                        .add("grpc_response_status", status)
                        .add("response_flags", flags.text())
                        .add("connection_security_policy", security.label());
    }
}
