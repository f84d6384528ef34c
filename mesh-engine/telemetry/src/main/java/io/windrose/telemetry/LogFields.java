package io.windrose.telemetry;

import static io.windrose.telemetry.LogField.millis;
import static io.windrose.telemetry.LogField.number;
import static io.windrose.telemetry.LogField.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Envoy's command operators by name.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage">Envoy
///   access logging</a>
final class LogFields {
    private static final Map<String, LogField> PLAIN = plain();
    private static final List<String> GRPC_STATUS_NAMES =
            List.of(
                    "OK",
                    "Canceled",
                    "Unknown",
                    "InvalidArgument",
                    "DeadlineExceeded",
                    "NotFound",
                    "AlreadyExists",
                    "PermissionDenied",
                    "ResourceExhausted",
                    "FailedPrecondition",
                    "Aborted",
                    "OutOfRange",
                    "Unimplemented",
                    "Internal",
                    "Unavailable",
                    "DataLoss",
                    "Unauthenticated");

    private LogFields() {}

    /// @param argument what stands in parentheses; empty when there are none
    /// @return empty when there is no operator of that name, or not with that argument
    static Optional<LogField> named(String name, String argument) {
        return switch (name) {
            case "START_TIME" -> Optional.of(startTime(argument));
            case "REQ" -> header(argument, LogEntry::requestHeader);
            case "RESP" -> header(argument, LogEntry::responseHeader);
            case "TRAILER" -> header(argument, LogEntry::responseTrailer);
            case "REQ_WITHOUT_QUERY" ->
                    header(argument, (entry, key) -> withoutQuery(entry.requestHeader(key)));
            default -> Optional.ofNullable(argument.isEmpty() ? PLAIN.get(name) : null);
        };
    }

    private static LogField startTime(String format) {
        var time = StartTime.of(format);
        return text(entry -> time.text(entry.startMicros()));
    }

    /// `NAME`, or `NAME?OTHER` for the other where there is no first.
    private static Optional<LogField> header(
            String argument, BiFunction<LogEntry, String, @Nullable String> lookup) {
        if (argument.isEmpty()) {
            return Optional.empty();
        }
        var names = argument.toLowerCase(Locale.ROOT).split("\\?", 2);
        return Optional.of(
                text(entry -> {
                    var value = lookup.apply(entry, names[0]);
                    return value == null && names.length > 1
                            ? lookup.apply(entry, names[1])
                            : value;
                }));
    }

    private static @Nullable String withoutQuery(@Nullable String path) {
        int at = path == null ? -1 : path.indexOf('?');
        return path == null || at < 0 ? path : path.substring(0, at);
    }

    private static Map<String, LogField> plain() {
        var fields = new HashMap<String, LogField>();
        fields.put("DURATION", millis(LogEntry::durationNanos));
        fields.put("REQUEST_DURATION", millis(LogEntry::requestDurationNanos));
        fields.put("RESPONSE_DURATION", millis(LogEntry::responseDurationNanos));
        fields.put("RESPONSE_TX_DURATION", millis(LogFields::responseTransmissionNanos));
        fields.put("BYTES_RECEIVED", number(LogEntry::bytesReceived));
        fields.put("BYTES_SENT", number(LogEntry::bytesSent));
        fields.put("DOWNSTREAM_WIRE_BYTES_RECEIVED", number(LogEntry::downstreamWireBytesReceived));
        fields.put("DOWNSTREAM_WIRE_BYTES_SENT", number(LogEntry::downstreamWireBytesSent));
        fields.put("PROTOCOL", text(LogEntry::protocol));
        fields.put("UPSTREAM_PROTOCOL", text(LogEntry::upstreamProtocol));
        fields.put("RESPONSE_CODE", number(LogEntry::responseCode));
        fields.put("RESPONSE_CODE_DETAILS", text(LogEntry::responseCodeDetails));
        fields.put("RESPONSE_FLAGS", text(LogFields::flags));
        fields.put("RESPONSE_FLAGS_LONG", text(LogFields::longFlags));
        fields.put("CONNECTION_TERMINATION_DETAILS", text(LogEntry::connectionTerminationDetails));
        fields.put("UPSTREAM_TRANSPORT_FAILURE_REASON", text(LogFields::transportFailure));
        fields.put("UPSTREAM_CLUSTER", text(LogEntry::upstreamCluster));
        fields.put("UPSTREAM_CLUSTER_RAW", text(LogEntry::upstreamCluster));
        fields.put("UPSTREAM_REQUEST_ATTEMPT_COUNT", number(LogEntry::upstreamAttempts));
        fields.put("UPSTREAM_PEER_URI_SAN", text(LogEntry::upstreamPeerUriSan));
        fields.put("DOWNSTREAM_PEER_URI_SAN", text(LogEntry::downstreamPeerUriSan));
        fields.put("DOWNSTREAM_LOCAL_URI_SAN", text(LogEntry::downstreamLocalUriSan));
        fields.put("DOWNSTREAM_PEER_SUBJECT", text(LogEntry::downstreamPeerSubject));
        fields.put("DOWNSTREAM_TLS_VERSION", text(LogEntry::downstreamTlsVersion));
        fields.put("DOWNSTREAM_TLS_CIPHER", text(LogEntry::downstreamTlsCipher));
        fields.put("REQUESTED_SERVER_NAME", text(LogEntry::requestedServerName));
        fields.put("ROUTE_NAME", text(LogEntry::routeName));
        fields.put("FILTER_CHAIN_NAME", text(LogEntry::filterChainName));
        fields.put("TRACE_ID", text(LogEntry::traceId));
        fields.put("CONNECTION_ID", number(LogEntry::connectionId));
        fields.put("GRPC_STATUS", text(LogFields::grpcStatusName));
        fields.put("GRPC_STATUS_NUMBER", number(LogEntry::grpcStatus));
        address(fields, "UPSTREAM_HOST", LogEntry::upstreamHost);
        address(fields, "UPSTREAM_REMOTE_ADDRESS", LogEntry::upstreamHost);
        address(fields, "UPSTREAM_LOCAL_ADDRESS", LogEntry::upstreamLocalAddress);
        address(fields, "DOWNSTREAM_LOCAL_ADDRESS", LogEntry::downstreamLocalAddress);
        address(fields, "DOWNSTREAM_REMOTE_ADDRESS", LogEntry::downstreamRemoteAddress);
        address(
                fields,
                "DOWNSTREAM_DIRECT_REMOTE_ADDRESS",
                LogEntry::downstreamDirectRemoteAddress);
        return Map.copyOf(fields);
    }

    /// The address whole, without its port, and its port, which Envoy calls `X`, `X_WITHOUT_PORT`
    /// and, for `..._ADDRESS`, `..._PORT`.
    private static void address(
            Map<String, LogField> fields,
            String name,
            Function<LogEntry, @Nullable String> address) {
        fields.put(name, text(address));
        fields.put(name + "_WITHOUT_PORT", text(entry -> part(address.apply(entry), false)));
        fields.put(
                name.replace("_ADDRESS", "_PORT"),
                name.endsWith("_ADDRESS")
                        ? text(entry -> part(address.apply(entry), true))
                        : text(address));
    }

    private static @Nullable String part(@Nullable String address, boolean port) {
        int colon = address == null ? -1 : address.lastIndexOf(':');
        if (address == null || colon < 0) {
            return port ? null : address;
        }
        return port ? address.substring(colon + 1) : address.substring(0, colon);
    }

    private static long responseTransmissionNanos(LogEntry entry) {
        return entry.responseDurationNanos() < 0
                ? -1
                : entry.durationNanos() - entry.responseDurationNanos();
    }

    private static @Nullable String flags(LogEntry entry) {
        var flags = entry.responseFlags();
        return flags.bits() == 0 ? null : flags.text();
    }

    /// One word, so that lines can be split at blanks.
    private static @Nullable String transportFailure(LogEntry entry) {
        var reason = entry.upstreamTransportFailureReason();
        return reason == null ? null : reason.replace(' ', '_');
    }

    private static @Nullable String longFlags(LogEntry entry) {
        var flags = entry.responseFlags();
        return flags.bits() == 0 ? null : flags.longText();
    }

    private static @Nullable String grpcStatusName(LogEntry entry) {
        int status = entry.grpcStatus();
        if (status == RequestOutcome.NO_GRPC_STATUS) {
            return null;
        }
        return status < GRPC_STATUS_NAMES.size()
                ? GRPC_STATUS_NAMES.get(status)
                : Integer.toString(status);
    }
}
