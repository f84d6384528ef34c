package io.windrose.traffic.header;

/// One change of a message's headers.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/core/v3/base.proto">HeaderValueOption</a>
public sealed interface HeaderChange {

    /// What happens to values that are already there.
    enum Existing {
        KEEP_AND_ADD,
        KEEP_ALONE,
        REPLACE_OR_ADD,
        REPLACE_ONLY
    }

    record Remove(String name) implements HeaderChange {}

    /// @param keepEmpty add the header even if its value turns out empty
    record Put(String name, TextTemplate value, Existing existing, boolean keepEmpty)
            implements HeaderChange {}
}
