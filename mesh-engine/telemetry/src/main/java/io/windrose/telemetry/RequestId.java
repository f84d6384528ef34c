package io.windrose.telemetry;

import java.util.UUID;
import java.util.random.RandomGenerator;

/// The value of `x-request-id`.
public final class RequestId {
    private static final long VERSION_BITS = 0xf000L;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_BITS = 0xc000_0000_0000_0000L;
    private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

    private RequestId() {}

    /// A random UUID (RFC 9562, version 4), of quality enough to tell requests apart, not to guard
    /// secrets.
    public static String next(RandomGenerator random) {
        long high = (random.nextLong() & ~VERSION_BITS) | VERSION_4;
        long low = (random.nextLong() & ~VARIANT_BITS) | VARIANT_RFC;
        return new UUID(high, low).toString();
    }
}
