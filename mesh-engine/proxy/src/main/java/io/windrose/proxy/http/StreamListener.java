package io.windrose.proxy.http;

import io.netty.buffer.ByteBuf;

/// What the other end of an [HttpStream] sends. Calls come on the event loop, in the order of the
/// message; after `last`, trailers or a reset nothing of the message follows.
public interface StreamListener {

    /// A response's head; informational heads come before the final one. Not called for requests,
    /// whose head opened the stream.
    void onHead(Head head, boolean last);

    /// @param data passes into the listener's ownership
    void onData(ByteBuf data, boolean last);

    void onTrailers(Headers trailers);

    /// The stream is over, in both directions.
    void onReset(StreamReset reason);

    void onWritable();
}
