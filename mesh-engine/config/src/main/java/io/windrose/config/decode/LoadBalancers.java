package io.windrose.config.decode;

import io.windrose.config.resource.LoadBalancer;
import io.windrose.config.resource.LocalityLoadBalancing;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Durations;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;

/// The `loadBalancer` of a traffic policy.
final class LoadBalancers {
    private static final long DEFAULT_RING = 1024;
    private static final long DEFAULT_TABLE = 65_537;
    private static final long MAX_TABLE = 5_000_011;
    private static final int PRIME_CERTAINTY = 30;

    private LoadBalancers() {}

    static LoadBalancer decode(Fields fields) {
        fields.atMostOneOf("simple", "consistentHash", "backendUtilization");
        fields.atMostOneOf("localityLbSetting", "zoneAwareLbSetting");
        fields.atMostOneOf("warmup", "warmupDurationSecs");
        var old =
                fields.duration("warmupDurationSecs")
                        .map(time ->
                                new LoadBalancer.Warmup(time, Optional.empty(), Optional.empty()));
        return new LoadBalancer(
                algorithm(fields),
                fields.section("localityLbSetting", LoadBalancers::locality),
                fields.section("zoneAwareLbSetting", LoadBalancers::zoneAware),
                fields.section("warmup", LoadBalancers::warmup).or(() -> old));
    }

    private static LoadBalancer.Algorithm algorithm(Fields fields) {
        var hash = fields.section("consistentHash", LoadBalancers::consistentHash);
        var utilization = fields.section("backendUtilization", LoadBalancers::backendUtilization);
        var simple =
                fields.optionalChoice("simple", Word.class)
                        .map(word ->
                                switch (word) {
                                    case UNSPECIFIED -> LoadBalancer.Simple.UNSPECIFIED;
                                    case LEAST_CONN, LEAST_REQUEST ->
                                            LoadBalancer.Simple.LEAST_REQUEST;
                                    case RANDOM -> LoadBalancer.Simple.RANDOM;
                                    case PASSTHROUGH -> LoadBalancer.Simple.PASSTHROUGH;
                                    case ROUND_ROBIN -> LoadBalancer.Simple.ROUND_ROBIN;
                                })
                        .orElse(LoadBalancer.Simple.UNSPECIFIED);
        return hash.<LoadBalancer.Algorithm>map(found -> found)
                .or(() -> utilization)
                .orElse(simple);
    }

    private enum Word {
        UNSPECIFIED,
        LEAST_CONN,
        RANDOM,
        PASSTHROUGH,
        ROUND_ROBIN,
        LEAST_REQUEST
    }

    private static LoadBalancer.ConsistentHash consistentHash(Fields fields) {
        fields.atMostOneOf("httpHeaderName", "httpCookie", "useSourceIp", "httpQueryParameterName");
        fields.atMostOneOf("ringHash", "maglev");
        var cookie = fields.section("httpCookie", LoadBalancers::cookie);
        var header = fields.text("httpHeaderName");
        var parameter = fields.text("httpQueryParameterName");
        boolean sourceIp = fields.flag("useSourceIp");
        LoadBalancer.HashKey key = new LoadBalancer.HashKey.SourceIp();
        if (cookie.isPresent()) {
            key = cookie.get();
        } else if (!header.isEmpty()) {
            key = new LoadBalancer.HashKey.Header(header);
        } else if (!parameter.isEmpty()) {
            key = new LoadBalancer.HashKey.QueryParameter(parameter);
        } else if (!sourceIp) {
            fields.error(
                    Codes.MISSING,
                    "A consistent hash needs one of `httpHeaderName`, `httpCookie`, `useSourceIp`,"
                            + " `httpQueryParameterName`.");
        }
        long oldRing =
                fields.optionalLong("minimumRingSize", 0, Long.MAX_VALUE).orElse(DEFAULT_RING);
        var ring = fields.section("ringHash", LoadBalancers::ring);
        var maglev = fields.section("maglev", LoadBalancers::maglev);
        return new LoadBalancer.ConsistentHash(
                key,
                maglev.<LoadBalancer.HashTable>map(found -> found)
                        .or(() -> ring)
                        .orElseGet(() -> new LoadBalancer.HashTable.Ring(oldRing)));
    }

    private static LoadBalancer.HashTable.Ring ring(Fields fields) {
        return new LoadBalancer.HashTable.Ring(
                fields.optionalLong("minimumRingSize", 0, Long.MAX_VALUE).orElse(DEFAULT_RING));
    }

    private static LoadBalancer.HashTable.Maglev maglev(Fields fields) {
        long size = fields.optionalLong("tableSize", 0, Long.MAX_VALUE).orElse(DEFAULT_TABLE);
        boolean prime = BigInteger.valueOf(size).isProbablePrime(PRIME_CERTAINTY);
        if (size >= MAX_TABLE || !prime) {
            fields.error(
                    Codes.OUT_OF_RANGE,
                    "tableSize",
                    "%d is not a prime below %d.".formatted(size, MAX_TABLE));
        }
        return new LoadBalancer.HashTable.Maglev(size);
    }

    private static LoadBalancer.HashKey cookie(Fields fields) {
        var cookie =
                new LoadBalancer.HashKey.Cookie(
                        fields.requiredText("name"),
                        fields.text("path"),
                        fields.duration("ttl", Durations.ZERO_OR_MORE),
                        fields.list(
                                "attributes",
                                attribute ->
                                        new LoadBalancer.CookieAttribute(
                                                attribute.requiredText("name"),
                                                attribute.text("value"))));
        return cookie;
    }

    private static LoadBalancer.BackendUtilization backendUtilization(Fields fields) {
        return new LoadBalancer.BackendUtilization(
                fields.integer("errorUtilizationPenaltyPercent", 0, Integer.MAX_VALUE),
                fields.texts("metricNamesForComputingUtilization"),
                fields.duration("weightExpirationPeriod", Durations.ZERO_OR_MORE),
                fields.duration("weightStabilizationPeriod", Durations.ZERO_OR_MORE),
                fields.duration("weightUpdatePeriod", Durations.ZERO_OR_MORE));
    }

    private static LoadBalancer.Warmup warmup(Fields fields) {
        if (!fields.has("duration")) {
            fields.missing("duration");
        }
        var aggression = fields.decimal("aggression", 0, Double.MAX_VALUE);
        if (aggression.orElse(1.0) == 0) {
            fields.error(Codes.OUT_OF_RANGE, "aggression", "The aggression must be above 0.");
        }
        return new LoadBalancer.Warmup(
                fields.duration("duration").orElse(Duration.ZERO),
                fields.decimal("minimumPercent", 0, 100),
                aggression);
    }

    static LocalityLoadBalancing locality(Fields fields) {
        fields.atMostOneOf("distribute", "failover");
        return new LocalityLoadBalancing(
                fields.list("distribute", LoadBalancers::distribute),
                fields.list("failover", LoadBalancers::failover),
                fields.texts("failoverPriority"),
                fields.optionalFlag("enabled"));
    }

    private static LocalityLoadBalancing.Distribute distribute(Fields fields) {
        var percents = new TreeMap<String, Integer>();
        fields.fields("to")
                .ifPresent(to ->
                        to.names()
                                .forEach(name ->
                                        to.optionalInteger(name, 1, 100)
                                                .ifPresent(
                                                        percent -> percents.put(name, percent))));
        int sum = percents.values().stream().mapToInt(Integer::intValue).sum();
        if (fields.has("to") && sum != 100) {
            fields.error(
                    Codes.OUT_OF_RANGE, "to", "The shares add up to %d, not 100.".formatted(sum));
        }
        return new LocalityLoadBalancing.Distribute(fields.requiredText("from"), percents);
    }

    private static LocalityLoadBalancing.Failover failover(Fields fields) {
        var failover =
                new LocalityLoadBalancing.Failover(
                        fields.requiredText("from"), fields.requiredText("to"));
        if (!failover.from().isEmpty() && failover.from().equals(failover.to())) {
            fields.error(Codes.CONTRADICTION, "to", "A region cannot fail over to itself.");
        }
        if ((failover.from() + failover.to()).contains("*")) {
            fields.error(Codes.MALFORMED, "Regions of a failover hold no `*`.");
        }
        return failover;
    }

    private static LocalityLoadBalancing.ZoneAware zoneAware(Fields fields) {
        return new LocalityLoadBalancing.ZoneAware(
                fields.optionalFlag("enabled"),
                fields.list("failover", LoadBalancers::failover),
                fields.texts("failoverPriority"),
                fields.optionalInteger("minClusterSize", 1, Integer.MAX_VALUE));
    }
}
