package io.windrose.sandbox;

import io.windrose.controlplane.access.Authenticator;
import io.windrose.controlplane.access.Caller;
import io.windrose.controlplane.access.Tokens;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.TrustDomain;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// The bearer tokens of one run, made anew each time: nothing else on this computer can guess them.
///
/// @param operator sees everything; it is in the URLs that the user gets
/// @param byWorkload each good for that workload alone
record RunTokens(String operator, Map<String, String> byWorkload) {
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    RunTokens {
        byWorkload = Map.copyOf(byWorkload);
    }

    static RunTokens make() {
        var byWorkload = new HashMap<String, String>();
        DemoWorkload.ALL.forEach(workload -> byWorkload.put(workload.name(), next()));
        return new RunTokens(next(), byWorkload);
    }

    String of(DemoWorkload workload) {
        var token = byWorkload.get(workload.name());
        if (token == null) {
            throw new IllegalArgumentException("no token for " + workload.name());
        }
        return token;
    }

    Authenticator authenticator(TrustDomain trustDomain) {
        var callers = new HashMap<String, Caller>();
        callers.put(operator, new Caller.Operator());
        for (var workload : DemoWorkload.ALL) {
            var id = new SpiffeId(trustDomain, workload.namespace(), workload.account());
            callers.put(of(workload), new Caller.Workload(id));
        }
        return new Tokens(callers);
    }

    /// Tokens reach no log.
    @Override
    public String toString() {
        return "RunTokens[" + byWorkload.size() + " workloads]";
    }

    /// 32 characters that need no escaping in a URL, a header or YAML.
    private static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
