package io.windrose.prometheus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/// A query API over counters that have always grown at one rate: it evaluates `sum(rate(M{..}[D]))
/// by (..)` and the comparison with zero, and refuses everything else.
public final class FakePrometheus implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern QUERY =
            Pattern.compile("sum\\(rate\\((\\w+)\\{(.*)}\\[\\d+s]\\)\\) by \\(([\\w,]+)\\)( > 0)?");
    private static final Pattern MATCHER =
            Pattern.compile("(\\w+)(=~|!~|!=|=)\"((?:[^\"\\\\]|\\\\.)*)\",?");

    private final List<Series> series;
    private final HttpServer server;
    private final List<String> queries = new ArrayList<>();

    /// @param rate per second
    public record Series(String metric, Map<String, String> labels, double rate) {}

    private FakePrometheus(List<Series> series, HttpServer server) {
        this.series = series;
        this.server = server;
    }

    public static FakePrometheus serving(List<Series> series) throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var fake = new FakePrometheus(List.copyOf(series), server);
        server.createContext("/api/v1/query", fake::answer);
        server.start();
        return fake;
    }

    /// @param file series as the peers' cases write them: metric, labels, rate
    public static List<Series> read(Path file) throws IOException {
        var all = new ArrayList<Series>();
        for (var element : JSON.readTree(file.toFile())) {
            var labels = new TreeMap<String, String>();
            element.path("labels")
                    .properties()
                    .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
            all.add(
                    new Series(
                            element.path("metric").asText(),
                            labels,
                            element.path("rate").asDouble()));
        }
        return all;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// All that was asked so far.
    public List<String> queries() {
        return List.copyOf(queries);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var fields = new HashMap<String, String>();
        for (var field : form.split("&", -1)) {
            var parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        var query = fields.getOrDefault("query", "");
        queries.add(query);
        var match = QUERY.matcher(query);
        var root = JSON.createObjectNode();
        if (match.matches()) {
            root.put("status", "success");
            var data = root.putObject("data").put("resultType", "vector");
            var result = data.putArray("result");
            evaluate(match.group(1), match.group(2), List.of(match.group(3).split(",")))
                    .forEach((labels, rate) -> {
                        if (match.group(4) == null || rate > 0) {
                            var element = result.addObject();
                            var metric = element.putObject("metric");
                            labels.forEach(metric::put);
                            element.putArray("value").add(0).add(Double.toString(rate));
                        }
                    });
        } else {
            root.put("status", "error").put("errorType", "bad_data").put("error", query);
        }
        var body = JSON.writeValueAsBytes(root);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(match.matches() ? 200 : 400, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private Map<Map<String, String>, Double> evaluate(
            String metric, String matchers, List<String> by) {
        var sums = new HashMap<Map<String, String>, Double>();
        for (var each : series) {
            if (each.metric().equals(metric) && matches(matchers, each.labels())) {
                var group = new TreeMap<String, String>();
                for (var label : by) {
                    var value = each.labels().getOrDefault(label, "");
                    if (!value.isEmpty()) {
                        group.put(label, value);
                    }
                }
                sums.merge(group, each.rate(), Double::sum);
            }
        }
        return sums;
    }

    private static boolean matches(String matchers, Map<String, String> labels) {
        var match = MATCHER.matcher(matchers);
        int end = 0;
        while (match.find()) {
            if (match.start() != end) {
                throw new IllegalArgumentException(matchers);
            }
            end = match.end();
            var wanted = match.group(3).replaceAll("\\\\(.)", "$1");
            BiPredicate<String, String> like = (text, regex) -> Pattern.matches(regex, text);
            var value = labels.getOrDefault(match.group(1), "");
            boolean holds =
                    switch (match.group(2)) {
                        case "=" -> value.equals(wanted);
                        case "!=" -> !value.equals(wanted);
                        case "=~" -> like.test(value, wanted);
                        default -> !like.test(value, wanted);
                    };
            if (!holds) {
                return false;
            }
        }
        if (end != matchers.length()) {
            throw new IllegalArgumentException(matchers);
        }
        return true;
    }
}
