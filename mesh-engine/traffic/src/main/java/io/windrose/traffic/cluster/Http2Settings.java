package io.windrose.traffic.cluster;

/// Limits of an HTTP/2 connection; windows in bytes.
public record Http2Settings(int maxConcurrentStreams, int streamWindow, int connectionWindow) {

    /// Envoy's settings where the configuration gives none.
    public static final Http2Settings DEFAULT =
            new Http2Settings(1024, 16 * 1024 * 1024, 24 * 1024 * 1024);
}
