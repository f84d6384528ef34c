package io.windrose.proxy.report;

import io.windrose.kernel.Result;
import io.windrose.telemetry.AccessLogFile;
import io.windrose.telemetry.AccessLogFiles;
import io.windrose.telemetry.AccessLogFormat;
import io.windrose.traffic.RuntimeSnapshot;
import io.windrose.traffic.listener.AccessLog;
import io.windrose.traffic.listener.FilterChain;
import io.windrose.traffic.listener.HttpConnection;
import io.windrose.traffic.listener.Listener;
import io.windrose.traffic.listener.LogFilter;
import io.windrose.traffic.listener.TcpProxy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The access logs of one snapshot, ready to write to. For any thread.
///
/// @param snapshot what it was made from
/// @param byListener listener to filter chain to logs; the chain's name is empty for connections
///   that found none
record LogIndex(RuntimeSnapshot snapshot, Map<String, Map<String, List<OpenLog>>> byListener) {
    private static final Logger LOG = LoggerFactory.getLogger(LogIndex.class);

    /// @param filter what is worth a line
    record OpenLog(AccessLogFile file, AccessLogFormat format, LogFilter filter) {}

    static LogIndex of(RuntimeSnapshot snapshot, AccessLogFiles files) {
        var open = new HashMap<AccessLog, Optional<OpenLog>>();
        var byListener = new HashMap<String, Map<String, List<OpenLog>>>();
        snapshot.listeners()
                .forEach((name, listener) -> byListener.put(name, chains(listener, open, files)));
        return new LogIndex(snapshot, byListener);
    }

    List<OpenLog> of(String listener, String chain) {
        var chains = byListener.get(listener);
        return chains == null ? List.of() : chains.getOrDefault(chain, List.of());
    }

    private static Map<String, List<OpenLog>> chains(
            Listener listener, Map<AccessLog, Optional<OpenLog>> open, AccessLogFiles files) {
        var chains = new HashMap<String, List<OpenLog>>();
        chains.put("", open(listener.accessLogs(), open, files));
        Stream.concat(listener.chains().stream(), Stream.ofNullable(listener.defaultChain()))
                .forEach(chain -> chains.put(chain.name(), open(logs(chain), open, files)));
        return chains;
    }

    private static List<AccessLog> logs(FilterChain chain) {
        return switch (chain.terminal()) {
            case HttpConnection http -> http.accessLogs();
            case TcpProxy tcp -> tcp.accessLogs();
        };
    }

    private static List<OpenLog> open(
            List<AccessLog> logs, Map<AccessLog, Optional<OpenLog>> open, AccessLogFiles files) {
        return logs.stream()
                .flatMap(log -> open.computeIfAbsent(log, key -> open(key, files)).stream())
                .toList();
    }

    private static Optional<OpenLog> open(AccessLog log, AccessLogFiles files) {
        return switch (format(log.format())) {
            case Result.Ok<AccessLogFormat>(var format, _) ->
                    Optional.of(new OpenLog(files.open(log.path()), format, log.filter()));
            case Result.Err<AccessLogFormat>(var problems) -> {
                LOG.warn("An access log is not written: path={} why={}", log.path(), problems);
                yield Optional.empty();
            }
        };
    }

    private static Result<AccessLogFormat> format(AccessLog.Format format) {
        return switch (format) {
            case AccessLog.Text(var line) -> AccessLogFormat.text(line.source());
            case AccessLog.Standard() -> AccessLogFormat.text(AccessLogFormat.ENVOY);
            case AccessLog.Json(var fields, _) -> {
                var sources = new LinkedHashMap<String, String>();
                fields.forEach((name, template) -> sources.put(name, template.source()));
                yield AccessLogFormat.json(sources);
            }
        };
    }
}
