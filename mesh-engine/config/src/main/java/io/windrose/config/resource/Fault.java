package io.windrose.config.resource;

import java.time.Duration;
import java.util.Optional;

/// Trouble made on purpose.
public record Fault(Optional<Delay> delay, Optional<Abort> abort) {
    public static final Fault NONE = new Fault(Optional.empty(), Optional.empty());

    /// @param percent of the requests, 0 to 100
    public record Delay(double percent, Duration fixedDelay) {}

    /// @param percent of the requests, 0 to 100
    public record Abort(double percent, Status status) {}

    public sealed interface Status {
        record Http(int code) implements Status {}

        /// @param name e.g. `UNAVAILABLE`
        record Grpc(String name) implements Status {}
    }
}
