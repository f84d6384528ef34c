package io.windrose.translate.listener;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLog;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLogFilter;
import io.envoyproxy.envoy.config.accesslog.v3.ResponseFlagFilter;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.core.v3.JsonFormatOptions;
import io.envoyproxy.envoy.config.core.v3.SubstitutionFormatString;
import io.envoyproxy.envoy.extensions.access_loggers.file.v3.FileAccessLog;
import io.windrose.config.resource.MeshConfig;
import io.windrose.translate.wire.Packed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The access log that the mesh configuration asks for: one file, for every request and connection,
/// or none.
///
/// @param everything of filters that see requests or connections; empty when there is no log
/// @param unmatched of listeners: connections for which there was no filter chain
/// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/model/telemetry_logging.go`
record AccessLogs(List<AccessLog> everything, List<AccessLog> unmatched) {
    static final AccessLogs NONE = new AccessLogs(List.of(), List.of());

    private static final String TEXT =
            """
            [%START_TIME%] "%REQ(:METHOD)% %REQ(X-ENVOY-ORIGINAL-PATH?:PATH)% %PROTOCOL%" \
            %RESPONSE_CODE% %RESPONSE_FLAGS% %RESPONSE_CODE_DETAILS% \
            %CONNECTION_TERMINATION_DETAILS% "%UPSTREAM_TRANSPORT_FAILURE_REASON%" \
            %BYTES_RECEIVED% %BYTES_SENT% %DURATION% %RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)% \
            "%REQ(X-FORWARDED-FOR)%" "%REQ(USER-AGENT)%" "%REQ(X-REQUEST-ID)%" \
            "%REQ(:AUTHORITY)%" "%UPSTREAM_HOST%" %UPSTREAM_CLUSTER_RAW% \
            %UPSTREAM_LOCAL_ADDRESS% %DOWNSTREAM_LOCAL_ADDRESS% %DOWNSTREAM_REMOTE_ADDRESS% \
            %REQUESTED_SERVER_NAME% %ROUTE_NAME%
            """;

    private static final Map<String, String> JSON =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("authority", "%REQ(:AUTHORITY)%"),
                            Map.entry("bytes_received", "%BYTES_RECEIVED%"),
                            Map.entry("bytes_sent", "%BYTES_SENT%"),
                            Map.entry(
                                    "connection_termination_details",
                                    "%CONNECTION_TERMINATION_DETAILS%"),
                            Map.entry("downstream_local_address", "%DOWNSTREAM_LOCAL_ADDRESS%"),
                            Map.entry("downstream_remote_address", "%DOWNSTREAM_REMOTE_ADDRESS%"),
                            Map.entry("duration", "%DURATION%"),
                            Map.entry("method", "%REQ(:METHOD)%"),
                            Map.entry("path", "%REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%"),
                            Map.entry("protocol", "%PROTOCOL%"),
                            Map.entry("request_id", "%REQ(X-REQUEST-ID)%"),
                            Map.entry("requested_server_name", "%REQUESTED_SERVER_NAME%"),
                            Map.entry("response_code", "%RESPONSE_CODE%"),
                            Map.entry("response_code_details", "%RESPONSE_CODE_DETAILS%"),
                            Map.entry("response_flags", "%RESPONSE_FLAGS%"),
                            Map.entry("route_name", "%ROUTE_NAME%"),
                            Map.entry("start_time", "%START_TIME%"),
                            Map.entry("upstream_cluster", "%UPSTREAM_CLUSTER_RAW%"),
                            Map.entry("upstream_host", "%UPSTREAM_HOST%"),
                            Map.entry("upstream_local_address", "%UPSTREAM_LOCAL_ADDRESS%"),
                            Map.entry(
                                    "upstream_service_time",
                                    "%RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)%"),
                            Map.entry(
                                    "upstream_transport_failure_reason",
                                    "%UPSTREAM_TRANSPORT_FAILURE_REASON%"),
                            Map.entry("user_agent", "%REQ(USER-AGENT)%"),
                            Map.entry("x_forwarded_for", "%REQ(X-FORWARDED-FOR)%")));

    static AccessLogs of(MeshConfig mesh) {
        if (mesh.accessLogFile().isEmpty()) {
            return NONE;
        }
        var file =
                FileAccessLog.newBuilder()
                        .setPath(mesh.accessLogFile())
                        .setLogFormat(
                                mesh.accessLogEncoding() == MeshConfig.AccessLogEncoding.JSON
                                        ? json(mesh.accessLogFormat())
                                        : text(mesh.accessLogFormat()))
                        .build();
        var log =
                AccessLog.newBuilder()
                        .setName("envoy.access_loggers.file")
                        .setTypedConfig(Packed.any(file))
                        .build();
        var noRoute =
                AccessLogFilter.newBuilder()
                        .setResponseFlagFilter(ResponseFlagFilter.newBuilder().addFlags("NR"));
        return new AccessLogs(List.of(log), List.of(log.toBuilder().setFilter(noRoute).build()));
    }

    private static SubstitutionFormatString text(String format) {
        var line = format.isEmpty() ? TEXT : format.endsWith("\n") ? format : format + "\n";
        return SubstitutionFormatString.newBuilder()
                .setTextFormatSource(DataSource.newBuilder().setInlineString(line))
                .build();
    }

    /// A format that is not a JSON object is passed over for the default one, as Istio does.
    private static SubstitutionFormatString json(String format) {
        return SubstitutionFormatString.newBuilder()
                .setJsonFormat(format.isEmpty() ? defaultJson() : parse(format))
                .setJsonFormatOptions(JsonFormatOptions.getDefaultInstance())
                .build();
    }

    private static Struct parse(String format) {
        var fields = Struct.newBuilder();
        try {
            JsonFormat.parser().merge(format, fields);
        } catch (InvalidProtocolBufferException _) {
            return defaultJson();
        }
        return fields.build();
    }

    private static Struct defaultJson() {
        var fields = Struct.newBuilder();
        JSON.forEach((key, command) ->
                fields.putFields(key, Value.newBuilder().setStringValue(command).build()));
        return fields.build();
    }
}
