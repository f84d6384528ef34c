package io.windrose.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What the schemas say of documents with mistakes: where, what, and what would be accepted.
final class JudgeTest {

    @Test
    void everyMistakeOfShapeIsNamedAtItsPlace() {
        assertThat(
                        Judged.problems(
                                """
                                apiVersion: telemetry.istio.io/v1
                                kind: Telemetry
                                specs: {}
                                spec:
                                  tracing:
                                  - randomSamplingPercentage: 100.5
                                    providers: [{nme: zipkin}]
                                    disableSpanReporting: "no"
                                    customTags:
                                      a: {literal: {value: x}, header: {name: h}}
                                      b: {environment: {name: ""}}
                                  - providers: {name: zipkin}
                                    randomSamplingPercentage: a lot
                                  metrics:
                                  - reportingInterval: 5
                                    overrides:
                                    - match: {metric: REQUEST_CUONT}
                                      disabled: null
                                      tagOverrides: {a: {operation: UPSERT}, b: null}
                                  accessLogging: [off]
                                """))
                .containsExactly(
                        "19:49 spec.metrics[0].overrides[0].tagOverrides.b: This is null, which says"
                                + " no more than leaving it out. [MESH0128]",
                        "3:1 specs: There is no field `specs` here; did you mean `spec`? [MESH0120]",
                        "6:31 spec.tracing[0].randomSamplingPercentage: 100.5 is not from 0 to 100."
                                + " [MESH0126]",
                        "7:18 spec.tracing[0].providers[0].nme: There is no field `nme` here; did you"
                                + " mean `name`? [MESH0120]",
                        "7:17 spec.tracing[0].providers[0].name: `name` is required. [MESH0122]",
                        "8:27 spec.tracing[0].disableSpanReporting: This must be true or false, not"
                                + " text `no`. [MESH0121]",
                        "10:32 spec.tracing[0].customTags.a.header: `literal` and `header` exclude"
                                + " one another; keep one. [MESH0124]",
                        "11:25 spec.tracing[0].customTags.b.environment.name: This must not be empty."
                                + " [MESH0122]",
                        "12:16 spec.tracing[1].providers: This must be a list, not a mapping."
                                + " [MESH0121]",
                        "13:31 spec.tracing[1].randomSamplingPercentage: This must be a number, not"
                                + " text `a lot`. [MESH0121]",
                        "15:24 spec.metrics[0].reportingInterval: This must be a duration such as"
                                + " 5s, not a number `5`. [MESH0121]",
                        "17:23 spec.metrics[0].overrides[0].match.metric: `REQUEST_CUONT` is not one"
                                + " of ALL_METRICS, REQUEST_COUNT, REQUEST_DURATION, REQUEST_SIZE,"
                                + " RESPONSE_SIZE, TCP_OPENED_CONNECTIONS, TCP_CLOSED_CONNECTIONS,"
                                + " TCP_SENT_BYTES, TCP_RECEIVED_BYTES, GRPC_REQUEST_MESSAGES,"
                                + " GRPC_RESPONSE_MESSAGES; did you mean `REQUEST_COUNT`?"
                                + " [MESH0123]",
                        "19:22 spec.metrics[0].overrides[0].tagOverrides.a.value: A tag that is set"
                                + " needs a `value`, which is CEL. [MESH0122]",
                        "20:19 spec.accessLogging[0]: This must be a mapping, not a boolean `off`."
                                + " [MESH0121]");
    }

    @Test
    void nullIsAbsenceInAMappingAndAMistakeInAList() {
        assertThat(
                        Judged.problems(
                                """
                                apiVersion: networking.istio.io/v1
                                kind: DestinationRule
                                spec:
                                  host: null
                                  exportTo: [null]
                                """))
                .containsExactly(
                        "4:9 spec.host: This is null, which says no more than leaving it out."
                                + " [MESH0128]",
                        "5:14 spec.exportTo[0]: This must be text, not null `null`. [MESH0121]",
                        "3:1 spec.host: `host` is required. [MESH0122]");
    }

    @Test
    void theAddressOfAPlugInMayHaveAnyLength() {
        assertThat(
                        Judged.problems(
                                "apiVersion: extensions.istio.io/v1alpha1%nkind: WasmPlugin%nspec: {url: x%s}%n"
                                        .formatted("%41".repeat(50_000))))
                .isEmpty();
    }

    @Test
    void aTokenRuleNeedsAnIssuerOrKeysAndSaysThemOnce() {
        assertThat(
                        Judged.problems(
                                """
                                apiVersion: security.istio.io/v1
                                kind: RequestAuthentication
                                spec:
                                  targetRefs: [{kind: Deployment, name: web}]
                                  jwtRules:
                                  - audiences: [a]
                                  - {issuer: b, jwks: "keys", jwksUri: "ftp://b"}
                                  - issuer: c
                                    outputClaimToHeaders:
                                    - {header: X-Sub, claim: sub}
                                    - {header: x-sub, claim: iss}
                                    - {header: "x sub", claim: iss}
                                """))
                .containsExactly(
                        "4:23 spec.targetRefs[0].kind: `Deployment` is not a target; write Service,"
                                + " ServiceEntry of networking.istio.io, or Gateway or GatewayClass"
                                + " of gateway.networking.k8s.io. [MESH0123]",
                        "6:5 spec.jwtRules[0].issuer: A rule needs an `issuer`, or the keys in"
                                + " `jwks` or `jwksUri`. [MESH0122]",
                        "7:40 spec.jwtRules[1].jwksUri: `ftp://b` is not a URL that begins with"
                                + " http:// or https://. [MESH0125]",
                        "7:23 spec.jwtRules[1].jwks: `jwksUri` and `jwks` exclude one another; keep"
                                + " one. [MESH0124]",
                        "7:23 spec.jwtRules[1].jwks: `keys` is not a set of keys in JSON: {\"keys\":"
                                + " [...]}. [MESH0125]",
                        "12:16 spec.jwtRules[2].outputClaimToHeaders[2].header: `x sub` is not the"
                                + " name of a header: use letters, digits, `-` and `_`. [MESH0125]",
                        "11:16 spec.jwtRules[2].outputClaimToHeaders[1].header: The header `x-sub`"
                                + " takes another claim already. [MESH0127]");
    }

    @Test
    void aPatchOfEnvoySaysWhatItChangesAndHow() {
        assertThat(
                        Judged.problems(
                                """
                                apiVersion: networking.istio.io/v1alpha3
                                kind: EnvoyFilter
                                spec:
                                  workloadSelector: {labels: {app: "*"}}
                                  configPatches:
                                  - match: {context: SIDECAR_INBUOND}
                                    patch: {operation: ADD}
                                  - applyTo: CLUSTER
                                    match: {listener: {name: x}, proxy: {proxyVersion: "1.(2"}}
                                    patch: {value: {}}
                                  - applyTo: NETWORK_FILTER
                                    match:
                                      listener: {filterChain: {filter: {subFilter: {}}}}
                                """))
                .containsExactly(
                        "4:36 spec.workloadSelector.labels.app: `*` is not a value to select by:"
                                + " wildcards are not supported in labels. [MESH0125]",
                        "6:22 spec.configPatches[0].match.context: `SIDECAR_INBUOND` is not one of"
                                + " ANY, SIDECAR_INBOUND, SIDECAR_OUTBOUND, GATEWAY, WAYPOINT; did"
                                + " you mean `SIDECAR_INBOUND`? [MESH0123]",
                        "6:5 spec.configPatches[0].applyTo: A patch needs `applyTo`, what it"
                                + " changes. [MESH0122]",
                        "7:5 spec.configPatches[0].patch.value: ADD needs a `value`. [MESH0122]",
                        "9:56 spec.configPatches[1].match.proxy.proxyVersion: `1.(2` is not a"
                                + " regular expression of RE2: missing closing ). [MESH0125]",
                        "9:13 spec.configPatches[1].match.listener: CLUSTER is matched by `cluster`,"
                                + " not by `listener`. [MESH0124]",
                        "10:5 spec.configPatches[1].patch.operation: A change needs an `operation`."
                                + " [MESH0122]",
                        "13:32 spec.configPatches[2].match.listener.filterChain.filter.name: A match"
                                + " of a filter needs its `name`. [MESH0122]",
                        "13:41 spec.configPatches[2].match.listener.filterChain.filter.subFilter:"
                                + " `subFilter` is for HTTP_FILTER, inside of"
                                + " envoy.filters.network.http_connection_manager. [MESH0124]",
                        "13:41 spec.configPatches[2].match.listener.filterChain.filter.subFilter"
                                + ".name: A match of a filter needs its `name`. [MESH0122]",
                        "11:5 spec.configPatches[2].patch: A patch needs `patch`, the change."
                                + " [MESH0122]");
    }

    @Test
    void aPlugInIsFetchedFromOnePlaceAndHasOneSum() {
        assertThat(
                        Judged.problems(
                                """
                                apiVersion: extensions.istio.io/v1alpha1
                                kind: TrafficExtension
                                spec:
                                  match: [{ports: [{number: 80}, {number: 80}]}]
                                  priority: 1.5
                                  wasm:
                                    url: s3://bucket/auth
                                    pluginConfig: [a]
                                    vmConfig: {env: [{name: A, valueFrom: HOST, value: b}]}
                                  lua: {}
                                """))
                .containsExactly(
                        "4:34 spec.match[0].ports[1]: There is an item with the number `80` already."
                                + " [MESH0127]",
                        "5:13 spec.priority: This must be a whole number, not a number `1.5`."
                                + " [MESH0121]",
                        "7:10 spec.wasm.url: `s3://bucket/auth` is not the address of a plug-in;"
                                + " write oci://, http://, https:// or file:// and a path, or the"
                                + " name of an image. [MESH0125]",
                        "8:19 spec.wasm.pluginConfig: This must be a mapping, not a list."
                                + " [MESH0121]",
                        "9:56 spec.wasm.vmConfig.env[0].value: A variable that comes from the HOST"
                                + " has no `value` of its own. [MESH0124]",
                        "10:3 spec.lua.inlineCode: `inlineCode` is required. [MESH0122]",
                        "10:3 spec.lua: `wasm` and `lua` exclude one another; keep one."
                                + " [MESH0124]");
    }

    @Test
    void wordsThatAreOutOfDateAreWarningsThatNameTheNewOnes() {
        assertThat(
                        Judged.problems(
                                """
                                apiVersion: networking.istio.io/v1
                                kind: DestinationRule
                                spec:
                                  host: reviews
                                  trafficPolicy:
                                    loadBalancer: {simple: LEAST_CONN, warmupDurationSecs: 5s}
                                """))
                .containsExactly(
                        "6:28 spec.trafficPolicy.loadBalancer.simple: `LEAST_CONN` is out of date;"
                                + " use `LEAST_REQUEST`. [MESH0128]",
                        "6:60 spec.trafficPolicy.loadBalancer.warmupDurationSecs:"
                                + " `warmupDurationSecs` is out of date; use `warmup.duration`."
                                + " [MESH0128]");
    }

    @Test
    void expressionsOfTelemetryAreReadAndPointedAt() {
        assertThat(
                        Judged.problems(
                                """
                                apiVersion: telemetry.istio.io/v1
                                kind: Telemetry
                                metadata: {name: all}
                                spec:
                                  accessLogging:
                                  - filter: {expression: response.code => 400}
                                  - filter:
                                      expression: "http.code >= 400"
                                  - filter: {}
                                  - filter: {expression: response.code >= 400 && has(xds.node)}
                                  metrics:
                                  - overrides:
                                    - tagOverrides:
                                        host: {value: request.host}
                                        path: {value: "'a"}
                                        zone: {value: eu}
                                """))
                .containsExactlyInAnyOrder(
                        "6:40 spec.accessLogging[0].filter.expression: This is not CEL:"
                                + " unexpected '=>'. [MESH0125]",
                        "8:20 spec.accessLogging[1].filter.expression: The proxy has no attribute"
                                + " `http`; for text write quotes inside of the quotes. [MESH0123]",
                        "9:5 spec.accessLogging[2].filter.expression: A filter needs an"
                                + " `expression`, which is CEL. [MESH0122]",
                        "15:24 spec.metrics[0].overrides[0].tagOverrides.path.value: This is not"
                                + " CEL: unexpected ''a'. Istio passes it on"
                                + " unread; no proxy can use it. [MESH0125]",
                        "16:23 spec.metrics[0].overrides[0].tagOverrides.zone.value: The proxy has"
                                + " no attribute `eu`; for text write quotes inside of the quotes."
                                + " [MESH0123]");
    }
}
