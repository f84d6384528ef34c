package io.windrose.config.decode;

import io.windrose.config.resource.CorsPolicy;
import io.windrose.config.resource.Destination;
import io.windrose.config.resource.Fault;
import io.windrose.config.resource.HttpAction;
import io.windrose.config.resource.HttpRoute;
import io.windrose.config.resource.RetryPolicy;
import io.windrose.config.resource.StringMatch;
import io.windrose.config.resource.WeightedDestination;
import io.windrose.config.syntax.Addresses;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Durations;
import io.windrose.config.syntax.Expressions;
import io.windrose.config.syntax.Names;
import io.windrose.config.syntax.Spelling;
import io.windrose.kernel.NamespacedName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The HTTP routes of a VirtualService.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pkg/config/validation/virtualservice.go`
final class HttpRoutes {
    private static final int MAX_BODY = 1 << 20;
    private static final int LARGE_BODY = 100_000;
    private static final int MAX_STATUS = 599;
    private static final Pattern STATUS = Pattern.compile("[1-5][0-9]{2}");
    private static final Set<String> RETRY_CONDITIONS =
            Set.of(
                    "5xx",
                    "gateway-error",
                    "reset",
                    "reset-before-request",
                    "connect-failure",
                    "envoy-ratelimited",
                    "retriable-4xx",
                    "refused-stream",
                    "retriable-status-codes",
                    "retriable-headers",
                    "http3-post-connect-failure",
                    "cancelled",
                    "deadline-exceeded",
                    "internal",
                    "resource-exhausted",
                    "unavailable");
    private static final Set<String> GRPC_STATUSES =
            Set.of(
                    "OK",
                    "CANCELLED",
                    "UNKNOWN",
                    "INVALID_ARGUMENT",
                    "DEADLINE_EXCEEDED",
                    "NOT_FOUND",
                    "ALREADY_EXISTS",
                    "PERMISSION_DENIED",
                    "RESOURCE_EXHAUSTED",
                    "FAILED_PRECONDITION",
                    "ABORTED",
                    "OUT_OF_RANGE",
                    "UNIMPLEMENTED",
                    "INTERNAL",
                    "UNAVAILABLE",
                    "DATA_LOSS",
                    "UNAUTHENTICATED");

    private HttpRoutes() {}

    static HttpRoute decode(Fields route) {
        var decoded =
                new HttpRoute(
                        route.text("name"),
                        route.list("match", HttpMatches::decode),
                        action(route),
                        route.duration("timeout"),
                        route.section("retries", HttpRoutes::retries),
                        route.section("fault", HttpRoutes::fault).orElse(Fault.NONE),
                        mirrors(route),
                        route.section("corsPolicy", HttpRoutes::cors),
                        HeaderChanges.decode(route),
                        route.section("rewrite", HttpRoutes::rewrite));
        if (route.has("redirect")) {
            for (var other : List.of("fault", "mirror", "mirrors", "rewrite")) {
                if (route.has(other)) {
                    route.error(
                            Codes.CONTRADICTION,
                            other,
                            "A redirect goes nowhere, so that `%s` does not go with it."
                                    .formatted(other));
                }
            }
        }
        return decoded;
    }

    static List<WeightedDestination> destinations(Fields route) {
        var destinations = route.list("route", HttpRoutes::weighted);
        int sum = destinations.stream().mapToInt(WeightedDestination::weight).sum();
        if (destinations.size() > 1 && sum == 0) {
            route.error(
                    Codes.OUT_OF_RANGE,
                    "route",
                    "The weights of the destinations add up to 0; one at least must be above.");
        }
        return destinations;
    }

    static Destination destination(Fields fields) {
        var host = fields.requiredText("host");
        if (!host.isEmpty() && !Addresses.isAddress(host)) {
            Names.wildcardHostProblem(host)
                    .or(() ->
                            host.equals("*")
                                    ? Optional.of("A destination must be one host, not `*`.")
                                    : Optional.empty())
                    .ifPresent(reason -> fields.error(Codes.MALFORMED, "host", reason));
        }
        var subset = fields.text("subset");
        if (!subset.isEmpty() && !Names.isDnsLabel(subset)) {
            fields.error(
                    Codes.MALFORMED,
                    "subset",
                    "`%s` is not a name of a subset.".formatted(Spelling.shortened(subset)));
        }
        int port =
                fields.section(
                                "port",
                                inner -> {
                                    int number = inner.port("number");
                                    return number;
                                })
                        .orElse(0);
        return new Destination(host, subset, port);
    }

    private static WeightedDestination weighted(Fields fields) {
        var destination = fields.section("destination", HttpRoutes::destination);
        if (!fields.has("destination")) {
            fields.missing("destination");
        }
        int weight = fields.integer("weight", 0, Integer.MAX_VALUE);
        var headers = HeaderChanges.decode(fields);
        return new WeightedDestination(
                destination.orElse(new Destination("", "", 0)), weight, headers);
    }

    private static HttpAction action(Fields route) {
        var given =
                List.of("route", "redirect", "directResponse", "delegate").stream()
                        .filter(route::has)
                        .toList();
        if (given.isEmpty()) {
            route.error(
                    Codes.MISSING,
                    "A route needs one of `route`, `redirect`, `directResponse`, `delegate`.");
        }
        route.atMostOneOf("route", "redirect", "directResponse", "delegate");
        var forward = new HttpAction.Forward(destinations(route));
        if (route.has("route") && forward.to().isEmpty() && given.size() == 1) {
            route.error(Codes.MISSING, "route", "`route` needs a destination.");
        }
        var redirect = route.section("redirect", HttpRoutes::redirect);
        var response = route.section("directResponse", HttpRoutes::directResponse);
        var delegate = route.section("delegate", HttpRoutes::delegate);
        return redirect.or(() -> response).or(() -> delegate).orElse(forward);
    }

    private static HttpAction redirect(Fields fields) {
        fields.atMostOneOf("uri", "prefixRewrite");
        fields.atMostOneOf("port", "derivePort");
        Optional<HttpAction.RedirectPort> derived =
                fields.optionalChoice("derivePort", DerivedPort.class)
                        .map(choice ->
                                switch (choice) {
                                    case FROM_PROTOCOL_DEFAULT ->
                                            new HttpAction.RedirectPort.ProtocolDefault();
                                    case FROM_REQUEST_PORT ->
                                            new HttpAction.RedirectPort.OfRequest();
                                });
        int port = fields.port("port");
        int code = fields.optionalInteger("redirectCode", 300, 399).orElse(301);
        return new HttpAction.Redirect(
                fields.text("uri"),
                fields.text("prefixRewrite"),
                fields.text("authority"),
                fields.text("scheme"),
                port > 0 ? Optional.of(new HttpAction.RedirectPort.Numbered(port)) : derived,
                code);
    }

    private enum DerivedPort {
        FROM_PROTOCOL_DEFAULT,
        FROM_REQUEST_PORT
    }

    private static HttpAction directResponse(Fields fields) {
        if (!fields.has("status")) {
            fields.missing("status");
        }
        int status = fields.integer("status", 100, MAX_STATUS);
        var body = fields.section("body", HttpRoutes::body).orElse(Optional.empty());
        int size = body.map(HttpRoutes::size).orElse(0);
        if (size > MAX_BODY) {
            fields.error(Codes.OUT_OF_RANGE, "body", "The body is larger than 1 MiB.");
        } else if (size > LARGE_BODY) {
            fields.warning(
                    Codes.POINTLESS,
                    "body",
                    "The body is larger than 100 kB; every proxy keeps it in memory.");
        }
        return new HttpAction.DirectResponse(status, body);
    }

    private static int size(HttpAction.Body body) {
        return switch (body) {
            case HttpAction.Body.Text(var text) -> text.getBytes(StandardCharsets.UTF_8).length;
            case HttpAction.Body.Bytes bytes -> bytes.size();
        };
    }

    private static Optional<HttpAction.Body> body(Fields fields) {
        fields.atMostOneOf("string", "bytes");
        var text = fields.text("string");
        var bytes = fields.text("bytes");
        if (bytes.isEmpty()) {
            return text.isEmpty() ? Optional.empty() : Optional.of(new HttpAction.Body.Text(text));
        }
        try {
            var body = new HttpAction.Body.Bytes(bytes);
            return body.size() == 0 ? Optional.empty() : Optional.of(body);
        } catch (IllegalArgumentException _) {
            fields.error(Codes.MALFORMED, "bytes", "This is not base64.");
            return Optional.empty();
        }
    }

    private static HttpAction delegate(Fields fields) {
        return new HttpAction.Delegate(
                new NamespacedName(fields.text("namespace"), fields.requiredText("name")));
    }

    static RetryPolicy retries(Fields fields) {
        var given = fields.optionalInteger("attempts", 0, Integer.MAX_VALUE);
        boolean off = given.map(attempts -> attempts == 0).orElse(!fields.has("attempts"));
        fields.suggestingSeveral("retryOn", RETRY_CONDITIONS);
        var retryOn =
                Arrays.stream(fields.text("retryOn").split(",", -1))
                        .map(String::trim)
                        .filter(word -> !word.isEmpty())
                        .toList();
        for (var word : retryOn) {
            if (!RETRY_CONDITIONS.contains(word) && !STATUS.matcher(word).matches()) {
                fields.error(
                        Codes.NOT_A_CHOICE,
                        "retryOn",
                        Spelling.notOneOf(word, RETRY_CONDITIONS.stream().sorted().toList()));
            }
        }
        if (off && (fields.has("perTryTimeout") || fields.has("retryOn"))) {
            fields.error(
                    Codes.CONTRADICTION,
                    "attempts",
                    "With 0 `attempts` nothing is retried, so that the other settings have no"
                            + " effect.");
        }
        return new RetryPolicy(
                given.orElse(0),
                fields.duration("perTryTimeout"),
                retryOn,
                fields.optionalFlag("retryRemoteLocalities"),
                fields.optionalFlag("retryIgnorePreviousHosts"),
                fields.duration("backoff"));
    }

    private static Fault fault(Fields fields) {
        if (!fields.has("delay") && !fields.has("abort")) {
            fields.error(Codes.MISSING, "A fault needs a `delay` or an `abort`.");
        }
        var delay = fields.section("delay", HttpRoutes::delay);
        var abort = fields.section("abort", HttpRoutes::abort);
        return new Fault(delay, abort);
    }

    private static Fault.Delay delay(Fields fields) {
        if (fields.has("exponentialDelay")) {
            fields.error(
                    Codes.CONTRADICTION,
                    "exponentialDelay",
                    "`exponentialDelay` is not supported; use `fixedDelay`.");
        } else if (!fields.has("fixedDelay")) {
            fields.missing("fixedDelay");
        }
        int old = fields.integer("percent", 0, 100);
        return new Fault.Delay(
                percentage(fields).orElse((double) old),
                fields.duration("fixedDelay").orElse(Duration.ZERO));
    }

    private static Fault.Abort abort(Fields fields) {
        fields.atMostOneOf("httpStatus", "grpcStatus", "http2Error");
        if (fields.has("http2Error")) {
            fields.error(Codes.CONTRADICTION, "http2Error", "`http2Error` is not supported.");
        } else if (!fields.has("httpStatus") && !fields.has("grpcStatus")) {
            fields.error(Codes.MISSING, "An abort needs `httpStatus` or `grpcStatus`.");
        }
        int http = fields.integer("httpStatus", 200, MAX_STATUS);
        var grpc = fields.suggesting("grpcStatus", GRPC_STATUSES).text("grpcStatus");
        if (!grpc.isEmpty() && !GRPC_STATUSES.contains(grpc)) {
            fields.error(
                    Codes.NOT_A_CHOICE,
                    "grpcStatus",
                    Spelling.notOneOf(grpc, GRPC_STATUSES.stream().sorted().toList()));
        }
        return new Fault.Abort(
                percentage(fields).orElse(0.0),
                grpc.isEmpty() ? new Fault.Status.Http(http) : new Fault.Status.Grpc(grpc));
    }

    private static Optional<Double> percentage(Fields fields) {
        return percentage(fields, "percentage");
    }

    private static Optional<Double> percentage(Fields fields, String name) {
        return fields.section(
                name,
                inner -> {
                    double value = inner.decimal("value", 0, 100).orElse(0.0);
                    if (value > 0 && value < 0.0001) {
                        inner.error(
                                Codes.OUT_OF_RANGE,
                                "value",
                                "A percentage is 0 or at least 0.0001.");
                    }
                    return value;
                });
    }

    private static List<HttpRoute.Mirror> mirrors(Fields route) {
        route.atMostOneOf("mirror", "mirrors");
        var mirrors = new ArrayList<HttpRoute.Mirror>();
        var old =
                route.optionalInteger("mirrorPercent", 0, 100)
                        .or(() -> route.optionalInteger("mirror_percent", 0, 100))
                        .map(Integer::doubleValue);
        var percent = percentage(route, "mirrorPercentage").or(() -> old).orElse(100.0);
        route.section("mirror", HttpRoutes::destination)
                .ifPresent(to -> mirrors.add(new HttpRoute.Mirror(to, percent)));
        mirrors.addAll(route.list("mirrors", HttpRoutes::mirror));
        return mirrors;
    }

    private static HttpRoute.Mirror mirror(Fields fields) {
        if (!fields.has("destination")) {
            fields.missing("destination");
        }
        return new HttpRoute.Mirror(
                fields.section("destination", HttpRoutes::destination)
                        .orElse(new Destination("", "", 0)),
                percentage(fields).orElse(100.0));
    }

    private static CorsPolicy cors(Fields fields) {
        var origins = new ArrayList<>(fields.list("allowOrigins", HttpMatches::text));
        fields.texts("allowOrigin").forEach(origin -> origins.add(new StringMatch.Exact(origin)));
        return new CorsPolicy(
                origins,
                fields.texts("allowMethods"),
                fields.texts("allowHeaders"),
                fields.texts("exposeHeaders"),
                fields.duration("maxAge", Durations.WHOLE_SECONDS),
                fields.optionalFlag("allowCredentials"),
                fields.choice("unmatchedPreflights", CorsPolicy.UnmatchedPreflights.UNSPECIFIED));
    }

    private static HttpRoute.Rewrite rewrite(Fields fields) {
        fields.atMostOneOf("uri", "uriRegexRewrite");
        var regex = fields.section("uriRegexRewrite", HttpRoutes::regexRewrite);
        var rewrite = new HttpRoute.Rewrite(fields.text("uri"), fields.text("authority"), regex);
        if (rewrite.uri().isEmpty() && rewrite.authority().isEmpty() && regex.isEmpty()) {
            fields.error(Codes.MISSING, "A rewrite needs `uri`, `authority` or `uriRegexRewrite`.");
        }
        return rewrite;
    }

    private static HttpRoute.RegexRewrite regexRewrite(Fields fields) {
        var match = fields.requiredText("match");
        Expressions.problem(match)
                .ifPresent(reason -> fields.error(Codes.MALFORMED, "match", reason));
        return new HttpRoute.RegexRewrite(match, fields.requiredText("rewrite"));
    }
}
