package io.windrose.proxy.bootstrap;

import java.util.Map;

/// Where and how the proxy asks for its dynamic resources.
///
/// @param metadata sent with each call, lower-case names, such as `authorization`
public record AdsSource(ServerAddress server, Mode mode, Map<String, String> metadata) {

    /// The two dialects of the aggregated stream.
    public enum Mode {
        DELTA,
        STATE_OF_THE_WORLD
    }

    public AdsSource {
        metadata = Map.copyOf(metadata);
    }

    /// Without the metadata, which may hold a token.
    @Override
    public String toString() {
        return mode + " from " + server;
    }
}
