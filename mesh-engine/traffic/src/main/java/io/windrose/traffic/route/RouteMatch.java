package io.windrose.traffic.route;

import io.windrose.traffic.match.Fraction;
import io.windrose.traffic.match.HeaderMatch;
import io.windrose.traffic.match.QueryMatch;
import io.windrose.traffic.match.RequestHead;
import java.util.List;

/// When a route applies: all of its conditions hold.
///
/// @param share of the requests that would match otherwise
/// @param onlyGrpc only requests whose content type is gRPC's
public record RouteMatch(
        PathMatch path,
        List<HeaderMatch> headers,
        List<QueryMatch> query,
        Fraction share,
        boolean onlyGrpc) {

    public RouteMatch {
        headers = List.copyOf(headers);
        query = List.copyOf(query);
    }

    public static RouteMatch of(PathMatch path) {
        return new RouteMatch(path, List.of(), List.of(), Fraction.ALWAYS, false);
    }

    public boolean matches(RequestHead head) {
        if (!path.matches(head)) {
            return false;
        }
        for (int i = 0; i < headers.size(); i++) {
            if (!headers.get(i).matches(head)) {
                return false;
            }
        }
        for (int i = 0; i < query.size(); i++) {
            if (!query.get(i).matches(head)) {
                return false;
            }
        }
        return (!onlyGrpc || Grpc.isRequest(head)) && share.covers(head.random());
    }
}
