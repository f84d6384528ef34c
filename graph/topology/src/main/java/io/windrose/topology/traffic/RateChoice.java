package io.windrose.topology.traffic;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which counters stand for the traffic of each protocol.
///
/// @param grpc any amount
/// @param http `REQUESTS` or `NONE`
/// @param tcp `SENT`, `RECEIVED`, `TOTAL` or `NONE`
public record RateChoice(Amount grpc, Amount http, Amount tcp) {
    public static final RateChoice DEFAULT =
            new RateChoice(Amount.REQUESTS, Amount.REQUESTS, Amount.SENT);

    /// What is counted: whole requests, or messages and bytes of one or both directions.
    public enum Amount {
        NONE,
        REQUESTS,
        SENT,
        RECEIVED,
        TOTAL
    }

    /// @param text `grpc=..,http=..,tcp=..`; protocols that are left out keep their default
    public static Result<RateChoice> parse(String text) {
        var problems = new ArrayList<Problem>();
        var choice = DEFAULT;
        for (var part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            int equals = part.indexOf('=');
            var protocol = equals < 0 ? part : part.substring(0, equals);
            var amount = amount(protocol.strip(), part.substring(equals + 1).strip());
            if (equals < 0 || amount == null) {
                problems.add(
                        Problem.error(
                                "MESH1551",
                                Place.NOWHERE,
                                "--rates "
                                        + part
                                        + " is not one of grpc=requests|sent|received|total|none,"
                                        + " http=requests|none, tcp=sent|received|total|none"));
            } else {
                choice = choice.with(protocol.strip(), amount);
            }
        }
        return Result.of(choice, problems);
    }

    /// The counters to ask for, requests first.
    public List<Measure> measures() {
        var measures = new ArrayList<Measure>();
        if (grpc == Amount.REQUESTS || http == Amount.REQUESTS) {
            measures.add(Measure.REQUESTS);
        }
        if (grpc == Amount.SENT || grpc == Amount.TOTAL) {
            measures.add(Measure.GRPC_SENT);
        }
        if (grpc == Amount.RECEIVED || grpc == Amount.TOTAL) {
            measures.add(Measure.GRPC_RECEIVED);
        }
        if (tcp == Amount.SENT || tcp == Amount.TOTAL) {
            measures.add(Measure.TCP_SENT);
        }
        if (tcp == Amount.RECEIVED || tcp == Amount.TOTAL) {
            measures.add(Measure.TCP_RECEIVED);
        }
        return measures;
    }

    /// Whether requests of that protocol belong into the picture.
    public boolean countsRequestsOf(Protocol protocol) {
        return switch (protocol) {
            case GRPC -> grpc == Amount.REQUESTS;
            case HTTP -> http == Amount.REQUESTS;
            case TCP -> false;
        };
    }

    private RateChoice with(String protocol, Amount amount) {
        return switch (protocol) {
            case "grpc" -> new RateChoice(amount, http, tcp);
            case "http" -> new RateChoice(grpc, amount, tcp);
            default -> new RateChoice(grpc, http, amount);
        };
    }

    private static @org.jspecify.annotations.Nullable Amount amount(String protocol, String text) {
        Set<Amount> allowed =
                switch (protocol) {
                    case "grpc" -> EnumSet.allOf(Amount.class);
                    case "http" -> EnumSet.of(Amount.REQUESTS, Amount.NONE);
                    case "tcp" ->
                            EnumSet.of(Amount.SENT, Amount.RECEIVED, Amount.TOTAL, Amount.NONE);
                    default -> EnumSet.noneOf(Amount.class);
                };
        return allowed.stream()
                .filter(amount -> amount.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElse(null);
    }
}
