package io.windrose.proxy.exchange;

import io.netty.util.AsciiString;
import io.windrose.proxy.http.Head;
import io.windrose.traffic.balance.CircuitLimits;
import io.windrose.traffic.balance.Host;
import io.windrose.traffic.retry.AttemptFailure;
import io.windrose.traffic.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// How often a request may still be tried, and which hosts have had their chance.
final class Retries {

    /// What is to be done about a failed attempt.
    enum Verdict {
        REPEAT,
        /// The policy does not want to repeat this.
        NOT_WORTH_IT,
        /// It would, but has done so often enough.
        EXHAUSTED,
        /// It would, but the cluster's breaker is open.
        OVERFLOW
    }

    private final RetryPolicy policy;
    private final CircuitLimits limits;
    private final List<Host> tried = new ArrayList<>(0);
    private int done;
    private boolean holdsPermit;

    Retries(RetryPolicy policy, CircuitLimits limits) {
        this.policy = policy;
        this.limits = limits;
    }

    RetryPolicy policy() {
        return policy;
    }

    List<Host> tried() {
        return tried;
    }

    void tried(Host host) {
        if (policy.avoidTriedHosts()) {
            tried.add(host);
        }
    }

    Verdict judge(AttemptFailure failure) {
        return policy.repeats(failure) ? permit() : Verdict.NOT_WORTH_IT;
    }

    Verdict judge(Head.Response response) {
        var headers = response.headers();
        return policy.repeats(response.status(), name -> headers.joined(AsciiString.of(name)))
                ? permit()
                : Verdict.NOT_WORTH_IT;
    }

    private Verdict permit() {
        release();
        if (done >= policy.retries()) {
            return Verdict.EXHAUSTED;
        }
        if (!limits.tryRetry()) {
            return Verdict.OVERFLOW;
        }
        holdsPermit = true;
        done++;
        return Verdict.REPEAT;
    }

    Duration pause(RandomGenerator random) {
        return policy.backoff(done, random);
    }

    /// The last retry is over.
    void release() {
        if (holdsPermit) {
            holdsPermit = false;
            limits.retryEnded();
        }
    }
}
