package io.windrose.prometheus;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The counters of one page of exposition text, Prometheus 0.0.4 or OpenMetrics.
///
/// @param valueBySeries counters of Istio's standard metrics only; series that stand twice on the
///   page, as when several proxies share it, are added up
/// @param pods whose samples of any metric the page had, by the label `pod`; empty text where that
///   label lacks
/// @param lines how many samples of any metric the page had
/// @param broken the first line that could not be read, with its number; empty when all could
/// @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Formats</a>
record Exposition(
        Map<Series, Double> valueBySeries, Set<String> pods, int lines, Optional<String> broken) {

    /// The label that tells the proxies of one page apart.
    static final String POD = "pod";

    /// A metric and its labels.
    record Series(String metric, Map<String, String> labels) {}

    Exposition {
        valueBySeries = Collections.unmodifiableMap(new HashMap<>(valueBySeries));
        pods = Set.copyOf(pods);
    }

    static Exposition parse(String page) {
        var values = new HashMap<Series, Double>();
        var pods = new HashSet<String>();
        int samples = 0;
        int number = 0;
        Optional<String> broken = Optional.empty();
        for (var line : (Iterable<String>) page.lines()::iterator) {
            number++;
            var text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            var reader = new LineReader(text);
            if (!reader.read()) {
                if (broken.isEmpty()) {
                    broken = Optional.of("line " + number + ": " + Conversation.start(text));
                }
                continue;
            }
            samples++;
            pods.add(reader.labels.getOrDefault(POD, ""));
            if (isWanted(reader.metric)) {
                values.merge(
                        new Series(reader.metric, Map.copyOf(reader.labels)),
                        reader.value,
                        Double::sum);
            }
        }
        return new Exposition(values, pods, samples, broken);
    }

    private static boolean isWanted(String metric) {
        return metric.startsWith("istio_")
                && (metric.endsWith("_total") || metric.equals(TrafficQueries.DURATIONS));
    }

    /// `metric{label="value",...} number [timestamp] [# exemplar]`.
    private static final class LineReader {
        private final String text;
        private int at;
        private String metric = "";
        private final Map<String, String> labels = new TreeMap<>();
        private double value = Double.NaN;

        LineReader(String text) {
            this.text = text;
        }

        boolean read() {
            metric = name();
            if (metric.isEmpty()) {
                return false;
            }
            blanks();
            if (peek() == '{' && !labels()) {
                return false;
            }
            blanks();
            int end = at;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            var number = text.substring(at, end);
            value = Numbers.parse(number);
            return !number.isEmpty() && (!Double.isNaN(value) || number.equals("NaN"));
        }

        private boolean labels() {
            at++;
            while (true) {
                blanks();
                if (peek() == '}') {
                    at++;
                    return true;
                }
                var name = name();
                blanks();
                if (name.isEmpty() || peek() != '=') {
                    return false;
                }
                at++;
                blanks();
                if (peek() != '"' || !quoted(name)) {
                    return false;
                }
                blanks();
                if (peek() == ',') {
                    at++;
                } else if (peek() != '}') {
                    return false;
                }
            }
        }

        private boolean quoted(String name) {
            var label = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char each = text.charAt(at);
                if (each == '"') {
                    at++;
                    if (!label.isEmpty()) {
                        labels.put(name, label.toString());
                    }
                    return true;
                }
                if (each == '\\' && at + 1 < text.length()) {
                    at++;
                    each = text.charAt(at) == 'n' ? '\n' : text.charAt(at);
                }
                label.append(each);
            }
            return false;
        }

        private String name() {
            int start = at;
            while (at < text.length() && isNamePart(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private static boolean isNamePart(char each) {
            return (each >= 'a' && each <= 'z')
                    || (each >= 'A' && each <= 'Z')
                    || (each >= '0' && each <= '9')
                    || each == '_'
                    || each == ':';
        }

        private void blanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private char peek() {
            return at < text.length() ? text.charAt(at) : '\0';
        }
    }
}
