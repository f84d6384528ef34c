package io.windrose.workspace.story;

import io.windrose.topology.Health;
import io.windrose.topology.Outcome;
import io.windrose.topology.Response;
import io.windrose.topology.Traffic;
import io.windrose.topology.display.Figures;
import io.windrose.topology.traffic.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Responses by code and flags, each explained.
final class ResponseRows {
    private static final Map<String, String> HTTP =
            Map.ofEntries(
                    Map.entry("400", "bad request"),
                    Map.entry("401", "not authenticated"),
                    Map.entry("403", "not allowed"),
                    Map.entry("404", "not found"),
                    Map.entry("405", "method not allowed"),
                    Map.entry("408", "request timeout"),
                    Map.entry("409", "conflict"),
                    Map.entry("413", "request too large"),
                    Map.entry("426", "upgrade required"),
                    Map.entry("429", "too many requests"),
                    Map.entry("431", "headers too large"),
                    Map.entry("500", "error inside the application"),
                    Map.entry("501", "not implemented"),
                    Map.entry("502", "bad gateway"),
                    Map.entry("503", "service unavailable"),
                    Map.entry("504", "gateway timeout"));

    /// @see <a href="https://grpc.io/docs/guides/status-codes/">gRPC status codes</a>
    private static final List<String> GRPC =
            List.of(
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

    private record Counted(String code, String flags, Outcome outcome, double rate) {}

    private ResponseRows() {}

    /// Errors first, the commonest first; empty for bytes.
    static List<ResponseRow> of(Traffic traffic, Protocol protocol) {
        if (protocol == Protocol.TCP) {
            return List.of();
        }
        var counted = new ArrayList<Counted>();
        traffic.responses().forEach((code, response) -> add(counted, code, response));
        return counted.stream()
                .sorted(
                        Comparator.comparing((Counted one) -> !one.outcome().isError())
                                .thenComparing(Counted::rate, Comparator.reverseOrder())
                                .thenComparing(Counted::code))
                .map(one -> row(one, traffic, protocol))
                .toList();
    }

    private static void add(List<Counted> counted, String code, Response response) {
        if (response.rateByFlags().isEmpty()) {
            counted.add(new Counted(code, "", response.outcome(), response.ratePerSecond()));
        }
        response.rateByFlags()
                .forEach((flags, rate) ->
                        counted.add(
                                new Counted(
                                        code,
                                        flags.equals("-") ? "" : flags,
                                        response.outcome(),
                                        rate)));
    }

    private static ResponseRow row(Counted one, Traffic traffic, Protocol protocol) {
        return new ResponseRow(
                one.code().equals("-") ? "none" : one.code(),
                one.flags(),
                Figures.rate(one.rate(), protocol),
                share(100 * one.rate() / traffic.ratePerSecond()),
                meaning(one),
                tone(one.outcome()));
    }

    /// Little is not nothing.
    private static String share(double percent) {
        return percent > 0 && percent < 0.05 ? "< 0.1 %" : Figures.percent(percent);
    }

    private static Health.Status tone(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS, REDIRECT -> Health.Status.NONE;
            case CLIENT_ERROR -> Health.Status.DEGRADED;
            case SERVER_ERROR, GRPC_ERROR, NO_RESPONSE -> Health.Status.FAILING;
        };
    }

    /// `Service unavailable. UF: the connection ... could not be made. Look ...`
    private static String meaning(Counted one) {
        var words = new StringBuilder(capital(code(one))).append('.');
        for (var code : one.flags().isEmpty() ? new String[0] : one.flags().split(",", -1)) {
            var flag = ResponseFlag.of(code.strip());
            words.append(' ').append(code.strip()).append(": ");
            if (flag.isPresent()) {
                words.append(flag.get().meaning()).append(". ").append(flag.get().advice());
            } else {
                words.append("a flag that is not known here.");
            }
        }
        return words.toString();
    }

    private static String code(Counted one) {
        if (one.code().equals("-")) {
            return "the connection ended without a response";
        }
        var known = HTTP.get(one.code());
        if (known != null) {
            return known;
        }
        return switch (one.outcome()) {
            case SUCCESS -> "answered well";
            case REDIRECT -> "sent elsewhere";
            case CLIENT_ERROR -> "an error of the caller";
            case SERVER_ERROR -> "an error of the server";
            case NO_RESPONSE -> "the connection ended without a response";
            case GRPC_ERROR -> grpc(one.code());
        };
    }

    private static String grpc(String code) {
        try {
            int number = Integer.parseInt(code);
            return number >= 0 && number < GRPC.size()
                    ? "gRPC " + GRPC.get(number)
                    : "gRPC status " + code;
        } catch (NumberFormatException notANumber) {
            return "gRPC status " + code;
        }
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
