package io.windrose.workspace.story;

import java.util.Arrays;
import java.util.Optional;

/// What a proxy notes beside a response that did not come about in the ordinary way.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage">Envoy's
///   access log, `RESPONSE_FLAGS`</a>
public enum ResponseFlag {
    UPSTREAM_CONNECTION_FAILURE(
            "UF",
            "the connection to the upstream could not be made",
            "Look whether its pods run and listen on the port, and whether both ends agree on mTLS."),
    NO_HEALTHY_UPSTREAM(
            "UH",
            "no endpoint of the upstream was fit to take the request",
            "Look at its pods, at the subset's labels, and whether outlier detection ejected them all."),
    UPSTREAM_OVERFLOW(
            "UO",
            "a limit of the circuit breaker was reached",
            "Look at the connection pool in the DestinationRule and at how long the upstream takes."),
    UPSTREAM_CONNECTION_TERMINATION(
            "UC",
            "the upstream closed the connection before it had answered",
            "Look for restarts of its pods, and for an idle timeout that is shorter than the caller's."),
    UPSTREAM_REQUEST_TIMEOUT(
            "UT",
            "the upstream did not answer in time",
            "Look at the timeout of the route and at the latency of the upstream."),
    UPSTREAM_REMOTE_RESET(
            "UR",
            "the upstream reset the stream",
            "Look at the log of its application and of its proxy."),
    UPSTREAM_PROTOCOL_ERROR(
            "UPE",
            "the upstream did not speak the protocol that was expected",
            "Look at the name and appProtocol of the service's port."),
    UPSTREAM_MAX_STREAM_DURATION(
            "UMSDR",
            "the stream lasted longer than is allowed",
            "Look at the timeout of the route."),
    UPSTREAM_RETRY_LIMIT(
            "URX",
            "all retries were used up without success",
            "Look at the other flags for what each try met, then at the route's retries."),
    NO_ROUTE(
            "NR",
            "no route or filter chain matches the request",
            "Look at the hosts and matches of the VirtualService and of the Gateway."),
    NO_CLUSTER(
            "NC",
            "the route leads to a cluster that the proxy does not know",
            "Look at the host and subset that the VirtualService names, and for a DestinationRule that defines it."),
    NO_FILTER_CONFIG(
            "NFCF",
            "the configuration of a filter had not arrived",
            "Look whether the proxy is in sync with the control plane."),
    DOWNSTREAM_CONNECTION_TERMINATION(
            "DC",
            "the caller went away before the answer was complete",
            "Look at the caller's timeout and at the latency here."),
    DOWNSTREAM_PROTOCOL_ERROR(
            "DPE",
            "the caller sent something that is not the expected protocol",
            "Look at what the caller speaks, and at the name and appProtocol of the port."),
    DURATION_TIMEOUT(
            "DT",
            "the connection lasted longer than is allowed",
            "Look at the maximum connection duration that is configured."),
    LOCAL_RESET("LR", "the proxy itself reset the connection", "Look at the log of this proxy."),
    FAILED_LOCAL_HEALTH_CHECK(
            "LH",
            "the service failed the health check of its own proxy",
            "Look at the health check of the workload."),
    FAULT_INJECTED(
            "FI",
            "a fault was injected on purpose",
            "Look at the fault in the VirtualService; remove it when the experiment is over."),
    DELAY_INJECTED(
            "DI",
            "a delay was injected on purpose",
            "Look at the fault in the VirtualService; remove it when the experiment is over."),
    RATE_LIMITED(
            "RL",
            "a rate limit refused the request",
            "Look at the rate limit and at who sends so much."),
    RATE_LIMIT_SERVICE_ERROR("RLSE", "the rate limit service failed", "Look at that service."),
    UNAUTHORIZED(
            "UAEX",
            "the external authorization refused the request",
            "Look at the provider that the AuthorizationPolicy with action CUSTOM names."),
    INVALID_HEADERS(
            "IH",
            "a header had a value that is not allowed",
            "Look at the x-envoy headers that the caller sends."),
    STREAM_IDLE_TIMEOUT(
            "SI",
            "nothing moved on the stream for too long",
            "Look at the idle timeout and for a caller or an upstream that stalls."),
    OVERLOAD_MANAGER(
            "OM",
            "the proxy shed load because it was short of resources",
            "Look at the memory and connections of this proxy."),
    DNS_FAILURE(
            "DF",
            "the name of the upstream could not be resolved",
            "Look at the host of the ServiceEntry and at DNS."),
    DROP_OVERLOAD(
            "DO",
            "load was dropped as the control plane asked",
            "Look at the drop settings of the endpoints."),
    FROM_CACHE("RFCF", "the answer came from a cache", "Nothing is wrong.");

    private final String code;
    private final String meaning;
    private final String advice;

    ResponseFlag(String code, String meaning, String advice) {
        this.code = code;
        this.meaning = meaning;
        this.advice = advice;
    }

    /// As metrics and access logs have it, such as `UF`.
    public String code() {
        return code;
    }

    /// What happened, without a capital and a full stop.
    public String meaning() {
        return meaning;
    }

    /// Where to look next, one sentence.
    public String advice() {
        return advice;
    }

    public static Optional<ResponseFlag> of(String code) {
        return Arrays.stream(values()).filter(flag -> flag.code.equals(code)).findFirst();
    }
}
