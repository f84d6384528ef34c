package io.windrose.telemetry;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A log line as Envoy's format strings describe it; immutable, for any thread.
public final class AccessLogFormat {
    /// Istio's default format.
    ///
    /// @see <a href="https://istio.io/latest/docs/tasks/observability/logs/access-log/">Istio
    ///   access logs</a>
    public static final String ISTIO =
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

    /// What Envoy writes where a log gives no format.
    public static final String ENVOY =
            """
            [%START_TIME%] "%REQ(:METHOD)% %REQ(X-ENVOY-ORIGINAL-PATH?:PATH)% %PROTOCOL%" \
            %RESPONSE_CODE% %RESPONSE_FLAGS% %BYTES_RECEIVED% %BYTES_SENT% %DURATION% \
            %RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)% "%REQ(X-FORWARDED-FOR)%" "%REQ(USER-AGENT)%" \
            "%REQ(X-REQUEST-ID)%" "%REQ(:AUTHORITY)%" "%UPSTREAM_HOST%"
            """;

    private static final String ABSENT = "-";

    /// One member of a JSON line.
    private record Member(String name, List<LogField> fields) {}

    /// A format is either a text line or, when this is empty, an object.
    private final List<LogField> line;

    private final List<Member> members;

    private AccessLogFormat(List<LogField> line, List<Member> members) {
        this.line = List.copyOf(line);
        this.members = List.copyOf(members);
    }

    /// @param format its own line ends included
    public static Result<AccessLogFormat> text(String format) {
        return new LogFormatReader(format)
                .read()
                .map(fields -> new AccessLogFormat(fields, List.of()));
    }

    /// @param formats what stands under which name; a line end follows each object
    public static Result<AccessLogFormat> json(SequencedMap<String, String> formats) {
        var members = new ArrayList<Member>();
        var problems = new ArrayList<Problem>();
        for (Map.Entry<String, String> format : formats.entrySet()) {
            switch (new LogFormatReader(format.getValue()).read()) {
                case Result.Ok<List<LogField>>(var fields, _) ->
                        members.add(new Member(format.getKey(), fields));
                case Result.Err<List<LogField>>(var found) -> problems.addAll(found);
            }
        }
        return Result.of(new AccessLogFormat(List.of(), members), problems);
    }

    /// Istio's default format as an object.
    public static SequencedMap<String, String> istioJson() {
        var formats = new LinkedHashMap<String, String>();
        formats.put("start_time", "%START_TIME%");
        formats.put("method", "%REQ(:METHOD)%");
        formats.put("path", "%REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%");
        formats.put("protocol", "%PROTOCOL%");
        formats.put("response_code", "%RESPONSE_CODE%");
        formats.put("response_flags", "%RESPONSE_FLAGS%");
        formats.put("response_code_details", "%RESPONSE_CODE_DETAILS%");
        formats.put("connection_termination_details", "%CONNECTION_TERMINATION_DETAILS%");
        formats.put("upstream_transport_failure_reason", "%UPSTREAM_TRANSPORT_FAILURE_REASON%");
        formats.put("bytes_received", "%BYTES_RECEIVED%");
        formats.put("bytes_sent", "%BYTES_SENT%");
        formats.put("duration", "%DURATION%");
        formats.put("upstream_service_time", "%RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)%");
        formats.put("x_forwarded_for", "%REQ(X-FORWARDED-FOR)%");
        formats.put("user_agent", "%REQ(USER-AGENT)%");
        formats.put("request_id", "%REQ(X-REQUEST-ID)%");
        formats.put("authority", "%REQ(:AUTHORITY)%");
        formats.put("upstream_host", "%UPSTREAM_HOST%");
        formats.put("upstream_cluster", "%UPSTREAM_CLUSTER_RAW%");
        formats.put("upstream_local_address", "%UPSTREAM_LOCAL_ADDRESS%");
        formats.put("downstream_local_address", "%DOWNSTREAM_LOCAL_ADDRESS%");
        formats.put("downstream_remote_address", "%DOWNSTREAM_REMOTE_ADDRESS%");
        formats.put("requested_server_name", "%REQUESTED_SERVER_NAME%");
        formats.put("route_name", "%ROUTE_NAME%");
        return formats;
    }

    public String line(LogEntry entry) {
        var text = new StringBuilder(512);
        if (members.isEmpty()) {
            line.forEach(field -> text.append(orAbsent(field, entry)));
            return text.toString();
        }
        char separator = '{';
        for (var member : members) {
            text.append(separator);
            JsonText.quote(text, member.name());
            text.append(':');
            appendValue(text, member.fields(), entry);
            separator = ',';
        }
        return text.append("}\n").toString();
    }

    /// A lone operator keeps its type, null included; everything else is text.
    private static void appendValue(StringBuilder text, List<LogField> fields, LogEntry entry) {
        if (fields.size() == 1) {
            var field = fields.getFirst();
            var value = field.value().apply(entry);
            if (value == null || field.numeric()) {
                text.append(value);
            } else {
                JsonText.quote(text, value);
            }
            return;
        }
        var value = new StringBuilder();
        fields.forEach(field -> value.append(orAbsent(field, entry)));
        JsonText.quote(text, value);
    }

    private static String orAbsent(LogField field, LogEntry entry) {
        var value = field.value().apply(entry);
        return value == null ? ABSENT : value;
    }

    static Problem problem(String message) {
        return Problem.error("MESH1380", Place.NOWHERE, message);
    }
}
