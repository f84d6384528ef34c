package io.windrose.proxy.http;

/// What a listener says about the HTTP it accepts.
///
/// @param http10 whether HTTP/1.0 is taken; else it is answered 426
/// @param maxStreams concurrent requests per HTTP/2 connection
/// @param streamWindow HTTP/2 flow control of one request's body, bytes
/// @param connectionWindow the same for the whole connection
public record ServerSettings(
        boolean http10, int maxStreams, int streamWindow, int connectionWindow) {

    /// Envoy's defaults, but smaller windows: they bound what a slow peer makes us hold.
    public static final ServerSettings DEFAULT =
            new ServerSettings(false, 1024, 256 * 1024, 1024 * 1024);
}
