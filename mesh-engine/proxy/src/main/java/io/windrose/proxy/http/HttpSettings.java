package io.windrose.proxy.http;

/// How one end of a connection takes HTTP.
///
/// @param http10 whether HTTP/1.0 is taken; else it is answered 426
/// @param maxStreams concurrent requests per HTTP/2 connection
/// @param streamWindow HTTP/2 flow control of one request's body, bytes
/// @param connectionWindow the same for the whole connection
public record HttpSettings(boolean http10, int maxStreams, int streamWindow, int connectionWindow) {

    /// Envoy's defaults, but smaller windows: they bound what a slow peer makes us hold.
    public static final HttpSettings DEFAULT =
            new HttpSettings(false, 1024, 256 * 1024, 1024 * 1024);

    /// What a configuration asks for, with its windows cut down to our own: Envoy's defaults would
    /// let a slow reader pile up 24 MiB here.
    public static HttpSettings bounded(int maxStreams, int streamWindow, int connectionWindow) {
        return new HttpSettings(
                false,
                maxStreams,
                Math.min(streamWindow, DEFAULT.streamWindow),
                Math.min(connectionWindow, DEFAULT.connectionWindow));
    }

    public HttpSettings withHttp10(boolean accepted) {
        return new HttpSettings(accepted, maxStreams, streamWindow, connectionWindow);
    }
}
