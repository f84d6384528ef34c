package io.windrose.sandbox.load;

import java.net.URI;

/// What to send where.
///
/// @param requestsPerSecond to the gateway and directly together, greater than 0
/// @param gateway a page behind the ingress gateway
/// @param direct the same page at the workload itself, asked for in plaintext
/// @param directEvery one request in so many goes to `direct`
public record LoadProfile(double requestsPerSecond, URI gateway, URI direct, int directEvery) {
    public LoadProfile {
        if (!(requestsPerSecond > 0) || directEvery < 1) {
            throw new IllegalArgumentException(requestsPerSecond + "/s, every " + directEvery);
        }
    }

    URI target(long request) {
        return request % directEvery == directEvery - 1 ? direct : gateway;
    }
}
