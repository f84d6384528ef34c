package io.windrose.sandbox;

import java.security.SecureRandom;
import java.util.Base64;

/// Bearer tokens of one run: nothing else on this computer can guess them.
final class Tokens {
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /// 32 characters that need no escaping in a URL, a header or YAML.
    static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
