package io.windrose.runtime;

import com.google.protobuf.BoolValue;
import com.google.protobuf.UInt32Value;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Protobuf's wrappers as plain values; 32 bits without sign that exceed an int become its largest,
/// which stands for unlimited.
final class Scalars {

    private Scalars() {}

    static Duration duration(com.google.protobuf.Duration duration) {
        return Duration.ofSeconds(duration.getSeconds(), duration.getNanos());
    }

    static Duration duration(
            boolean isSet, com.google.protobuf.Duration duration, Duration otherwise) {
        return isSet ? duration(duration) : otherwise;
    }

    static @Nullable Duration durationOrNull(boolean isSet, com.google.protobuf.Duration duration) {
        return isSet ? duration(duration) : null;
    }

    static int number(int unsigned) {
        return unsigned < 0 ? Integer.MAX_VALUE : unsigned;
    }

    static int number(boolean isSet, UInt32Value value, int otherwise) {
        return isSet ? number(value.getValue()) : otherwise;
    }

    static boolean flag(boolean isSet, BoolValue value, boolean otherwise) {
        return isSet ? value.getValue() : otherwise;
    }
}
