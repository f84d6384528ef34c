package io.windrose.telemetry;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One hop of a trace: what a proxy tells the next server about the request's place in it.
///
/// @param traceId 32 hexadecimal digits, or 16 when the caller's B3 headers had so few
/// @param spanId 16 hexadecimal digits, this proxy's own
/// @param parentSpanId the caller's span; empty when the trace begins here
/// @param formats the header formats in which the caller spoke; both when the trace begins here
/// @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
/// @see <a href="https://github.com/openzipkin/b3-propagation">B3 propagation</a>
public record TraceContext(
        String traceId, String spanId, String parentSpanId, boolean sampled, Set<Format> formats) {

    public enum Format {
        W3C,
        B3,
        B3_SINGLE
    }

    private static final int SHORT_ID = 16;
    private static final int LONG_ID = 32;

    public TraceContext {
        formats = Set.copyOf(formats);
    }

    /// The caller's trace with a span of our own, or a new trace where the headers hold none that
    /// is well-formed. B3 wins over W3C when they differ.
    ///
    /// @param header looks up a header by its name in lower case
    /// @param sampleNew whether a trace that begins here is to be recorded
    public static TraceContext continued(
            UnaryOperator<@Nullable String> header, boolean sampleNew, RandomGenerator random) {
        var formats = EnumSet.noneOf(Format.class);
        var trace = fromW3c(header.apply("traceparent"));
        if (trace != null) {
            formats.add(Format.W3C);
        }
        var single = fromB3Single(header.apply("b3"));
        if (single != null) {
            formats.add(Format.B3_SINGLE);
            trace = single;
        }
        var several = fromB3(header);
        if (several != null) {
            formats.add(Format.B3);
            trace = several;
        }
        return trace == null
                ? new TraceContext(
                        hex(random) + hex(random),
                        hex(random),
                        "",
                        sampleNew,
                        EnumSet.of(Format.W3C, Format.B3))
                : new TraceContext(
                        trace.traceId(), hex(random), trace.spanId(), trace.sampled(), formats);
    }

    /// The headers to set on the request that is sent on, in lower case.
    public Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        var decision = sampled ? "1" : "0";
        if (formats.contains(Format.W3C)) {
            var padded = "0".repeat(LONG_ID - traceId.length()) + traceId;
            headers.put("traceparent", "00-" + padded + "-" + spanId + "-0" + decision);
        }
        if (formats.contains(Format.B3)) {
            headers.put("x-b3-traceid", traceId);
            headers.put("x-b3-spanid", spanId);
            if (!parentSpanId.isEmpty()) {
                headers.put("x-b3-parentspanid", parentSpanId);
            }
            headers.put("x-b3-sampled", decision);
        }
        if (formats.contains(Format.B3_SINGLE)) {
            var parent = parentSpanId.isEmpty() ? "" : "-" + parentSpanId;
            headers.put("b3", traceId + "-" + spanId + "-" + decision + parent);
        }
        return headers;
    }

    private static @Nullable TraceContext fromW3c(@Nullable String traceparent) {
        if (traceparent == null) {
            return null;
        }
        var parts = traceparent.split("-", -1);
        return parts.length >= 4
                        && parts[0].length() == 2
                        && isId(parts[1], LONG_ID)
                        && isId(parts[2], SHORT_ID)
                        && parts[3].length() == 2
                ? caller(parts[1], parts[2], (Character.digit(parts[3].charAt(1), 16) & 1) == 1)
                : null;
    }

    private static @Nullable TraceContext fromB3Single(@Nullable String b3) {
        if (b3 == null) {
            return null;
        }
        var parts = b3.split("-", -1);
        return parts.length >= 2 && isTraceId(parts[0]) && isId(parts[1], SHORT_ID)
                ? caller(parts[0], parts[1], parts.length < 3 || isSampled(parts[2]))
                : null;
    }

    private static @Nullable TraceContext fromB3(UnaryOperator<@Nullable String> header) {
        var trace = header.apply("x-b3-traceid");
        var span = header.apply("x-b3-spanid");
        if (trace == null || span == null || !isTraceId(trace) || !isId(span, SHORT_ID)) {
            return null;
        }
        var decision = header.apply("x-b3-sampled");
        boolean debug = "1".equals(header.apply("x-b3-flags"));
        return caller(trace, span, debug || decision == null || isSampled(decision));
    }

    private static TraceContext caller(String traceId, String spanId, boolean sampled) {
        return new TraceContext(traceId, spanId, "", sampled, Set.of());
    }

    private static boolean isSampled(String decision) {
        return decision.equals("1") || decision.equals("d") || decision.equals("true");
    }

    private static boolean isTraceId(String text) {
        return isId(text, LONG_ID) || isId(text, SHORT_ID);
    }

    private static boolean isId(String text, int length) {
        return text.length() == length
                && text.chars().allMatch(c -> Character.digit(c, 16) >= 0)
                && text.chars().anyMatch(c -> c != '0');
    }

    /// 16 digits that are not all zero.
    private static String hex(RandomGenerator random) {
        long value = random.nextLong();
        return String.format("%016x", value == 0 ? 1 : value);
    }
}
