package io.windrose.translate.route;

import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy.RetryBackOff;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy.RetryHostPredicate;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy.RetryPriority;
import io.envoyproxy.envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate;
import io.envoyproxy.envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig;
import io.windrose.config.resource.RetryPolicy;
import io.windrose.translate.wire.Durations;
import io.windrose.translate.wire.Packed;
import java.util.ArrayList;
import java.util.Optional;

/// Which failed requests are tried again.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/networking/core/route/retry/retry.go`
final class Retries {
    private static final String DEFAULT_CONDITIONS =
            "connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes";
    private static final String STATUS_CODES = "retriable-status-codes";
    private static final int DEFAULT_ATTEMPTS = 2;

    /// How often another host is looked for before one that failed is taken after all.
    private static final int HOST_SELECTIONS = 5;

    /// Two failed tries at a time give way to the next priority.
    private static final int PRIORITY_UPDATE_FREQUENCY = 2;

    private static final RetryHostPredicate OTHER_HOST =
            RetryHostPredicate.newBuilder()
                    .setName("envoy.retry_host_predicates.previous_hosts")
                    .setTypedConfig(Packed.any(PreviousHostsPredicate.getDefaultInstance()))
                    .build();

    private static final RetryPriority OTHER_LOCALITIES =
            RetryPriority.newBuilder()
                    .setName("envoy.retry_priorities.previous_priorities")
                    .setTypedConfig(
                            Packed.any(
                                    PreviousPrioritiesConfig.newBuilder()
                                            .setUpdateFrequency(PRIORITY_UPDATE_FREQUENCY)
                                            .build()))
                    .build();

    /// Between a sidecar and its application: only what surely never arrived.
    static final io.envoyproxy.envoy.config.route.v3.RetryPolicy INBOUND =
            io.envoyproxy.envoy.config.route.v3.RetryPolicy.newBuilder()
                    .setRetryOn("reset-before-request")
                    .setNumRetries(UInt32Value.of(DEFAULT_ATTEMPTS))
                    .build();

    private static final io.envoyproxy.envoy.config.route.v3.RetryPolicy DEFAULT =
            io.envoyproxy.envoy.config.route.v3.RetryPolicy.newBuilder()
                    .setRetryOn(DEFAULT_CONDITIONS)
                    .setNumRetries(UInt32Value.of(DEFAULT_ATTEMPTS))
                    .setHostSelectionRetryMaxAttempts(HOST_SELECTIONS)
                    .addRetryHostPredicate(OTHER_HOST)
                    .build();

    private Retries() {}

    /// @param asked of the route or the mesh; empty for Istio's default
    /// @param sticky whether one host is bound to be chosen again, so that shunning it is in vain
    /// @return empty when retries are switched off
    static Optional<io.envoyproxy.envoy.config.route.v3.RetryPolicy> of(
            Optional<RetryPolicy> asked, boolean sticky) {
        if (asked.isEmpty()) {
            return Optional.of(DEFAULT);
        }
        var policy = asked.get();
        if (policy.attempts() <= 0) {
            return Optional.empty();
        }
        var out = DEFAULT.toBuilder().setNumRetries(UInt32Value.of(policy.attempts()));
        setConditions(out, policy);
        policy.perTryTimeout().ifPresent(timeout -> out.setPerTryTimeout(Durations.of(timeout)));
        if (sticky || !policy.retryIgnorePreviousHosts().orElse(true)) {
            out.clearRetryHostPredicate();
        }
        if (policy.retryRemoteLocalities().orElse(false)) {
            out.setRetryPriority(OTHER_LOCALITIES);
        }
        policy.backoff()
                .ifPresent(base ->
                        out.setRetryBackOff(
                                RetryBackOff.newBuilder().setBaseInterval(Durations.of(base))));
        return Optional.of(out.build());
    }

    private static void setConditions(
            io.envoyproxy.envoy.config.route.v3.RetryPolicy.Builder out, RetryPolicy policy) {
        if (policy.retryOn().isEmpty()) {
            return;
        }
        var words = new ArrayList<String>();
        for (var word : policy.retryOn()) {
            if (isStatusCode(word)) {
                out.addRetriableStatusCodes(Integer.parseInt(word));
            } else {
                words.add(word);
            }
        }
        if (out.getRetriableStatusCodesCount() > 0 && !words.contains(STATUS_CODES)) {
            words.add(STATUS_CODES);
        }
        out.setRetryOn(String.join(",", words));
    }

    private static boolean isStatusCode(String word) {
        return word.matches("[1-9][0-9]{2}");
    }
}
