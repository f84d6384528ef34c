package io.windrose.proxy.http;

/// Who takes the requests of one downstream connection.
@FunctionalInterface
public interface RequestListener {

    /// @param stream for the response
    /// @param last whether the head is the whole request
    /// @return takes the rest of the request
    StreamListener onRequest(HttpStream stream, Head.Request head, boolean last);

    /// A request that was no HTTP/1 and was answered by the connection itself, which then closes.
    ///
    /// @param status the answer's
    /// @param details Envoy's response code details, e.g. `http1.codec_error`
    default void onViolation(int status, String details) {}
}
