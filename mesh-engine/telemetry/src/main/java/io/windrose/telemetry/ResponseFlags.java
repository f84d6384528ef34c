package io.windrose.telemetry;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The flags of one outcome.
///
/// @param bits one bit per flag, at its ordinal
public record ResponseFlags(int bits) {
    public static final ResponseFlags NONE = new ResponseFlags(0);

    public static ResponseFlags of(ResponseFlag... flags) {
        return new ResponseFlags(
                Arrays.stream(flags).mapToInt(ResponseFlag::bit).reduce(0, (a, b) -> a | b));
    }

    public ResponseFlags with(ResponseFlag flag) {
        return has(flag) ? this : new ResponseFlags(bits | flag.bit());
    }

    public boolean has(ResponseFlag flag) {
        return (bits & flag.bit()) != 0;
    }

    /// `UF,URX`, or `-` when there is none.
    public String text() {
        return joined(ResponseFlag::shortName);
    }

    /// `UpstreamConnectionFailure,UpstreamRetryLimitExceeded`, or `-` when there is none.
    public String longText() {
        return joined(ResponseFlag::longName);
    }

    private String joined(Function<ResponseFlag, String> name) {
        return bits == 0
                ? "-"
                : Arrays.stream(ResponseFlag.values())
                        .filter(this::has)
                        .map(name)
                        .collect(Collectors.joining(","));
    }
}
