package io.windrose.runtime;

import io.windrose.traffic.match.Fraction;
import io.windrose.traffic.route.CorsPolicy;
import java.util.List;

/// The CORS filter's settings on a route.
final class CorsReader {

    static final CorsPolicy OFF = new CorsPolicy(false, List.of(), "", "", "", "", false, true);

    private CorsReader() {}

    /// A policy that is enforced for a part of the requests counts as enforced.
    static CorsPolicy policy(
            io.envoyproxy.envoy.extensions.filters.http.cors.v3.CorsPolicy policy,
            Refusals refusals) {
        var matches = new MatchReader(refusals);
        var enabled =
                MatchReader.fraction(
                        policy.hasFilterEnabled(), policy.getFilterEnabled(), Fraction.ALWAYS);
        return new CorsPolicy(
                enabled.numerator() > 0,
                policy.getAllowOriginStringMatchList().stream().map(matches::text).toList(),
                policy.getAllowMethods(),
                policy.getAllowHeaders(),
                policy.getExposeHeaders(),
                policy.getMaxAge(),
                policy.getAllowCredentials().getValue(),
                Scalars.flag(
                        policy.hasForwardNotMatchingPreflights(),
                        policy.getForwardNotMatchingPreflights(),
                        true));
    }
}
