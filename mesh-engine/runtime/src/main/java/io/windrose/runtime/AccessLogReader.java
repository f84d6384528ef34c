package io.windrose.runtime;

import com.google.protobuf.Struct;
import io.envoyproxy.envoy.config.accesslog.v3.AccessLogFilter;
import io.envoyproxy.envoy.config.accesslog.v3.ComparisonFilter;
import io.envoyproxy.envoy.config.core.v3.SubstitutionFormatString;
import io.envoyproxy.envoy.extensions.access_loggers.file.v3.FileAccessLog;
import io.envoyproxy.envoy.extensions.access_loggers.stream.v3.StderrAccessLog;
import io.envoyproxy.envoy.extensions.access_loggers.stream.v3.StdoutAccessLog;
import io.windrose.traffic.header.TextTemplate;
import io.windrose.traffic.listener.AccessLog;
import io.windrose.traffic.listener.LogFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Access logs that go to files or to our own output.
final class AccessLogReader {
    private final Refusals refusals;
    private final MatchReader matches;

    AccessLogReader(Refusals refusals) {
        this.refusals = refusals;
        matches = new MatchReader(refusals);
    }

    List<AccessLog> logs(List<io.envoyproxy.envoy.config.accesslog.v3.AccessLog> logs) {
        var read = new ArrayList<AccessLog>();
        for (var log : logs) {
            var filter = log.hasFilter() ? filter(log.getFilter()) : new LogFilter.Everything();
            var config = TypedConfig.of(log.getTypedConfig(), refusals);
            if (config.is(FileAccessLog.getDefaultInstance())) {
                var file = config.as(FileAccessLog.getDefaultInstance(), refusals);
                read.add(new AccessLog(file.getPath(), format(file), filter));
            } else if (config.is(StdoutAccessLog.getDefaultInstance())) {
                var out = config.as(StdoutAccessLog.getDefaultInstance(), refusals);
                read.add(new AccessLog("/dev/stdout", format(out.getLogFormat()), filter));
            } else if (config.is(StderrAccessLog.getDefaultInstance())) {
                var err = config.as(StderrAccessLog.getDefaultInstance(), refusals);
                read.add(new AccessLog("/dev/stderr", format(err.getLogFormat()), filter));
            } else {
                refusals.unknown("access log", log.getName(), config);
            }
        }
        return read;
    }

    @SuppressWarnings("deprecation") // `format` is how hand-written bootstraps still say it
    private AccessLog.Format format(FileAccessLog file) {
        return switch (file.getAccessLogFormatCase()) {
            case FORMAT -> new AccessLog.Text(template(file.getFormat()));
            case LOG_FORMAT -> format(file.getLogFormat());
            case JSON_FORMAT -> json(file.getJsonFormat(), false);
            case TYPED_JSON_FORMAT -> json(file.getTypedJsonFormat(), false);
            case ACCESSLOGFORMAT_NOT_SET -> new AccessLog.Standard();
        };
    }

    @SuppressWarnings("deprecation") // `text_format` is how hand-written bootstraps still say it
    private AccessLog.Format format(SubstitutionFormatString format) {
        return switch (format.getFormatCase()) {
            case TEXT_FORMAT -> new AccessLog.Text(template(format.getTextFormat()));
            case TEXT_FORMAT_SOURCE -> {
                var source = format.getTextFormatSource();
                refusals.unsupported(source.hasFilename(), "an access log format in a file");
                yield new AccessLog.Text(
                        template(
                                source.hasInlineBytes()
                                        ? source.getInlineBytes().toStringUtf8()
                                        : source.getInlineString()));
            }
            case JSON_FORMAT -> json(format.getJsonFormat(), format.getOmitEmptyValues());
            case FORMAT_NOT_SET -> new AccessLog.Standard();
        };
    }

    private AccessLog.Format json(Struct fields, boolean omitEmpty) {
        var templates = new LinkedHashMap<String, TextTemplate>();
        fields.getFieldsMap()
                .forEach((name, value) -> {
                    refusals.unsupported(
                            value.hasStructValue() || value.hasListValue(),
                            "a nested access log field such as '" + name + "'");
                    templates.put(name, template(value.getStringValue()));
                });
        return new AccessLog.Json(templates, omitEmpty);
    }

    private TextTemplate template(String text) {
        try {
            return TextTemplate.parse(text);
        } catch (IllegalArgumentException e) {
            refusals.add("access log format: " + e.getMessage());
            return new TextTemplate("", List.of());
        }
    }

    private LogFilter filter(AccessLogFilter filter) {
        return switch (filter.getFilterSpecifierCase()) {
            case RESPONSE_FLAG_FILTER ->
                    new LogFilter.Flags(Set.copyOf(filter.getResponseFlagFilter().getFlagsList()));
            case STATUS_CODE_FILTER -> {
                var comparison = filter.getStatusCodeFilter().getComparison();
                yield new LogFilter.Status(comparison(comparison), value(comparison));
            }
            case DURATION_FILTER -> {
                var comparison = filter.getDurationFilter().getComparison();
                yield new LogFilter.DurationMillis(comparison(comparison), value(comparison));
            }
            case HEADER_FILTER ->
                    new LogFilter.Header(matches.header(filter.getHeaderFilter().getHeader()));
            case AND_FILTER ->
                    new LogFilter.And(
                            filter.getAndFilter().getFiltersList().stream()
                                    .map(this::filter)
                                    .toList());
            case OR_FILTER ->
                    new LogFilter.Or(
                            filter.getOrFilter().getFiltersList().stream()
                                    .map(this::filter)
                                    .toList());
            case EXTENSION_FILTER -> {
                var config = TypedConfig.of(filter.getExtensionFilter().getTypedConfig(), refusals);
                refusals.unknown(
                        "access log filter", filter.getExtensionFilter().getName(), config);
                yield new LogFilter.Everything();
            }
            default -> {
                refusals.add(
                        "access log filter "
                                + filter.getFilterSpecifierCase()
                                + " is not supported");
                yield new LogFilter.Everything();
            }
        };
    }

    private LogFilter.Comparison comparison(ComparisonFilter filter) {
        return switch (filter.getOp()) {
            case EQ -> LogFilter.Comparison.EQUAL;
            case GE -> LogFilter.Comparison.AT_LEAST;
            case LE -> LogFilter.Comparison.AT_MOST;
            default -> {
                refusals.add("access log comparison " + filter.getOp() + " is not supported");
                yield LogFilter.Comparison.EQUAL;
            }
        };
    }

    private static long value(ComparisonFilter filter) {
        return Integer.toUnsignedLong(filter.getValue().getDefaultValue());
    }
}
