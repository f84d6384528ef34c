package io.windrose.runtime;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.envoyproxy.envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate;
import io.envoyproxy.envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig;
import io.windrose.traffic.retry.RetryCondition;
import io.windrose.traffic.retry.RetryPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;

/// Retry policies. `retry_priority` is accepted without effect: retries stay in their priorities.
final class RetryReader {
    private static final Map<String, RetryCondition> BY_TOKEN =
            Arrays.stream(RetryCondition.values())
                    .collect(toMap(RetryCondition::token, identity()));

    private final Refusals refusals;

    RetryReader(Refusals refusals) {
        this.refusals = refusals;
    }

    RetryPolicy policy(io.envoyproxy.envoy.config.route.v3.RetryPolicy policy) {
        refusals.unsupported(policy.hasRateLimitedRetryBackOff(), "rate-limited retry back-off");
        checkPriority(policy);
        var back = policy.getRetryBackOff();
        var first =
                policy.hasRetryBackOff()
                        ? Scalars.duration(back.getBaseInterval())
                        : RetryPolicy.DEFAULT_BACKOFF;
        return new RetryPolicy(
                conditions(policy.getRetryOn()),
                Scalars.number(policy.hasNumRetries(), policy.getNumRetries(), 1),
                Scalars.duration(
                        policy.hasPerTryTimeout(), policy.getPerTryTimeout(), Duration.ZERO),
                new HashSet<>(policy.getRetriableStatusCodesList()),
                new MatchReader(refusals).headers(policy.getRetriableHeadersList()),
                first,
                Scalars.duration(
                        back.hasMaxInterval(), back.getMaxInterval(), first.multipliedBy(10)),
                avoidsTriedHosts(policy),
                Math.clamp(policy.getHostSelectionRetryMaxAttempts(), 1, Integer.MAX_VALUE));
    }

    /// Tokens that nobody knows are passed over, as Envoy does.
    private static EnumSet<RetryCondition> conditions(String retryOn) {
        var conditions = EnumSet.noneOf(RetryCondition.class);
        for (var token : retryOn.split(",", -1)) {
            var condition = BY_TOKEN.get(token.strip());
            if (condition != null) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private boolean avoidsTriedHosts(io.envoyproxy.envoy.config.route.v3.RetryPolicy policy) {
        for (var predicate : policy.getRetryHostPredicateList()) {
            var config = TypedConfig.of(predicate.getTypedConfig(), refusals);
            if (!config.is(PreviousHostsPredicate.getDefaultInstance())) {
                refusals.unknown("retry host predicate", predicate.getName(), config);
            }
        }
        return policy.getRetryHostPredicateCount() > 0;
    }

    private void checkPriority(io.envoyproxy.envoy.config.route.v3.RetryPolicy policy) {
        if (policy.hasRetryPriority()) {
            var config = TypedConfig.of(policy.getRetryPriority().getTypedConfig(), refusals);
            refusals.unsupported(
                    !config.is(PreviousPrioritiesConfig.getDefaultInstance()),
                    "retry priority '%s' of type %s"
                            .formatted(policy.getRetryPriority().getName(), config.type()));
        }
    }
}
