package io.windrose.traffic.route;

import io.windrose.traffic.match.RequestHead;
import io.windrose.traffic.retry.RetryPolicy;
import java.nio.ByteBuffer;
import java.util.List;

/// What becomes of a request. Decisions are made when a table is built; routing picks one.
public sealed interface Decision {

    RouteFacts facts();

    /// @param cluster may name one that does not exist: [#clusterNotFoundStatus] is the answer then
    /// @param appendForwardedHost whether a rewritten authority is kept in `x-forwarded-host`
    record Forward(
            RouteFacts facts,
            String cluster,
            RouteTimeouts timeouts,
            RetryPolicy retries,
            PathRewrite path,
            HostRewrite host,
            boolean appendForwardedHost,
            List<HashRule> hash,
            List<Mirror> mirrors,
            int clusterNotFoundStatus)
            implements Decision {

        public Forward {
            hash = List.copyOf(hash);
            mirrors = List.copyOf(mirrors);
        }

        /// The shortest way to say "there, as it is".
        public static Forward to(String cluster) {
            return new Forward(
                    RouteFacts.NONE,
                    cluster,
                    RouteTimeouts.total(RouteTimeouts.DEFAULT_TOTAL),
                    RetryPolicy.NONE,
                    new PathRewrite.Unchanged(),
                    new HostRewrite.Unchanged(),
                    false,
                    List.of(),
                    List.of(),
                    503);
        }

        public Forward withCluster(String newCluster) {
            return new Forward(
                    facts,
                    newCluster,
                    timeouts,
                    retries,
                    path,
                    host,
                    appendForwardedHost,
                    hash,
                    mirrors,
                    clusterNotFoundStatus);
        }
    }

    record Redirect(RouteFacts facts, RedirectTarget target, int status) implements Decision {

        /// The value of the `location` header.
        public String location(RequestHead head) {
            return target.location(head);
        }
    }

    /// @param body cannot be written to; empty for none
    record DirectResponse(RouteFacts facts, int status, ByteBuffer body) implements Decision {}

    /// Answered with 404.
    record NoRoute() implements Decision {

        @Override
        public RouteFacts facts() {
            return RouteFacts.NONE;
        }
    }
}
