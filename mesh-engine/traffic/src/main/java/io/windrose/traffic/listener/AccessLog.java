package io.windrose.traffic.listener;

import io.windrose.traffic.header.TextTemplate;
import java.util.SequencedMap;

/// One access log of a listener, connection manager or TCP proxy.
///
/// @param path of the file; `/dev/stdout` is our own output
public record AccessLog(String path, Format format, LogFilter filter) {

    /// How a line looks.
    public sealed interface Format {}

    /// @param line with the line break at its end
    public record Text(TextTemplate line) implements Format {}

    /// @param fields in the order in which they are written
    /// @param omitEmpty whether fields without a value are left out instead of being null
    public record Json(SequencedMap<String, TextTemplate> fields, boolean omitEmpty)
            implements Format {}

    /// Envoy's own line, for a log that gives no format.
    public record Standard() implements Format {}
}
