package io.windrose.proxy.http;

import io.netty.buffer.ByteBuf;

/// One request with its response, on a connection of either protocol, seen from one end: what this
/// end sends, and when it is ready to be given more.
///
/// - A server sends responses on it, a client requests; what the other end sends goes to the
///   stream's [StreamListener].
/// - All methods on the connection's event loop. Calls after the stream's end are ignored, and
///   their buffers released.
/// - Writes are flushed by the connection once per turn of the event loop.
public interface HttpStream {

    /// @param last whether this head is the whole message
    void head(Head head, boolean last);

    /// @param data passes into the stream's ownership
    void data(ByteBuf data, boolean last);

    /// Ends the message.
    void trailers(Headers trailers);

    /// Ends the stream at once in both directions. Its listener hears nothing more.
    void reset(StreamReset reason);

    /// Whether more data may be sent; when it turns true again the listener is told.
    boolean isWritable();

    /// Whether the listener takes data. While not, the other end is held back by the connection's
    /// own means; what had already arrived may still be delivered.
    void reading(boolean wanted);

    /// Head and body bytes received so far, without TLS.
    long bytesReceived();

    long bytesSent();
}
