package io.windrose.prometheus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windrose.kernel.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;

/// Asks the HTTP query API of any Prometheus-compatible store. Safe for use by several threads.
///
/// @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/">HTTP API</a>
public final class PrometheusClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Address query;
    private final Conversation conversation;

    private PrometheusClient(Address query, Limits limits) {
        this.query = query;
        this.conversation =
                new Conversation(
                        limits, "the query API of Prometheus (JSON with status \"success\")");
    }

    /// @param base the store's address; a path prefix and a query (such as a token) are kept
    public static Result<PrometheusClient> of(String base, Limits limits) {
        return Address.parse("--prometheus", base)
                .map(address -> new PrometheusClient(api(address.url()), limits));
    }

    private static Address api(HttpUrl base) {
        var path = base.encodedPath().endsWith("/") ? "api/v1/query" : "/api/v1/query";
        return new Address(base.newBuilder().addPathSegments(path).build());
    }

    /// @param at empty means the server's now
    Result<List<LabelledValue>> instant(String promql, Optional<Instant> at) {
        return conversation
                .ask(post(promql, at))
                .then(answer ->
                        answer.status() == 405 || answer.status() == 501
                                ? conversation.ask(get(promql, at))
                                : Result.ok(answer))
                .then(this::vector);
    }

    /// The address without anything secret.
    String shown() {
        return query.shown();
    }

    private Request post(String promql, Optional<Instant> at) {
        var form = new FormBody.Builder().add("query", promql);
        at.ifPresent(time -> form.add("time", seconds(time)));
        return query.request().post(form.build()).build();
    }

    /// For stores that take no POST.
    private Request get(String promql, Optional<Instant> at) {
        var url = query.url().newBuilder().addQueryParameter("query", promql);
        at.ifPresent(time -> url.addQueryParameter("time", seconds(time)));
        return new Address(url.build()).request().get().build();
    }

    private static String seconds(Instant time) {
        return time.getNano() == 0
                ? Long.toString(time.getEpochSecond())
                : Double.toString(time.toEpochMilli() / 1000.0);
    }

    private Result<List<LabelledValue>> vector(Conversation.Answer answer) {
        JsonNode root;
        try {
            root = JSON.readTree(answer.text());
        } catch (JsonProcessingException notJson) {
            return strange(answer);
        }
        if (root.path("status").asText().equals("error")) {
            return conversation.problem(
                    "MESH1505",
                    shown(),
                    "refused the query (HTTP "
                            + answer.status()
                            + ", "
                            + root.path("errorType").asText("no type")
                            + "): "
                            + Conversation.start(root.path("error").asText("no reason given")));
        }
        var data = root.path("data");
        if (answer.status() != 200
                || !root.path("status").asText().equals("success")
                || !data.path("resultType").asText().equals("vector")
                || !data.path("result").isArray()) {
            return strange(answer);
        }
        var values = new ArrayList<LabelledValue>();
        for (var element : data.path("result")) {
            var labels = new HashMap<String, String>();
            for (var label : element.path("metric").properties()) {
                labels.put(label.getKey(), label.getValue().asText());
            }
            double value = Numbers.parse(element.path("value").path(1).asText());
            if (!Double.isNaN(value)) {
                values.add(new LabelledValue(labels, value));
            }
        }
        return Result.ok(values);
    }

    private Result<List<LabelledValue>> strange(Conversation.Answer answer) {
        if (answer.status() != 200) {
            return conversation.problem(
                    "MESH1503",
                    shown(),
                    "answered HTTP "
                            + answer.status()
                            + (answer.text().isEmpty() || answer.isHtml()
                                    ? ""
                                    : " (" + Conversation.start(answer.text()) + ")"));
        }
        return conversation.problem(
                "MESH1503",
                shown(),
                answer.isHtml()
                        ? "answered with a web page"
                        : answer.text().isEmpty()
                                ? "answered with nothing"
                                : "answered with something else: "
                                        + Conversation.start(answer.text()));
    }
}
