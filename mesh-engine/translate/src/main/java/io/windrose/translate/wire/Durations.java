package io.windrose.translate.wire;

import com.google.protobuf.Duration;

/// Durations on the wire.
public final class Durations {
    private Durations() {}

    public static Duration of(java.time.Duration duration) {
        return Duration.newBuilder()
                .setSeconds(duration.getSeconds())
                .setNanos(duration.getNano())
                .build();
    }
}
