package io.windrose.workspace.demo;

import java.util.Map;

/// Files of the story with mistakes in them.
public final class DemoMistakes {
    /// Routes to a subset that nobody defines; a fault on the way to v1; a rule for a caller that
    /// there is, with a method that there is not; two of one kind for a whole namespace.
    public static final Map<String, String> FILES =
            Map.of(
                    "reviews.yaml",
                    """
                    apiVersion: networking.istio.io/v1
                    kind: DestinationRule
                    metadata: {name: reviews, namespace: bookinfo}
                    spec:
                      host: reviews
                      subsets:
                      - {name: v1, labels: {version: v1}}
                      - {name: v3, labels: {version: v3}}
                    ---
                    apiVersion: networking.istio.io/v1
                    kind: VirtualService
                    metadata: {name: reviews, namespace: bookinfo}
                    spec:
                      hosts: [reviews]
                      http:
                      - match: [{headers: {end-user: {exact: jason}}}]
                        fault: {abort: {percentage: {value: 50}, httpStatus: 503}}
                        route: [{destination: {host: reviews, subset: v1}}]
                      - route:
                        - {destination: {host: reviews, subset: v4}, weight: 90}
                        - {destination: {host: reviews, subset: v3}, weight: 10}
                    """,
                    "more-security.yaml",
                    """
                    apiVersion: security.istio.io/v1
                    kind: AuthorizationPolicy
                    metadata: {name: ratings, namespace: bookinfo}
                    spec:
                      selector: {matchLabels: {app: ratings}}
                      rules:
                      - from: [{source: {principals: [cluster.local/ns/bookinfo/sa/bookinfo-reviews]}}]
                        to: [{operation: {methods: [GOT]}}]
                    ---
                    apiVersion: security.istio.io/v1
                    kind: PeerAuthentication
                    metadata: {name: again, namespace: payments}
                    spec: {mtls: {mode: STRICT}}
                    ---
                    apiVersion: security.istio.io/v1
                    kind: PeerAuthentication
                    metadata: {name: default, namespace: payments}
                    spec: {mtls: {mode: STRICT}}
                    """);

    private DemoMistakes() {}
}
