package io.windrose.proxy.http;

import io.netty.buffer.ByteBuf;

/// Who takes what an [Http1Parser] reads.
interface Http1Sink {

    /// @param head request or status line, fields and the empty line, CRLF included; the sink's to
    ///   keep
    Http1Body onHead(byte[] head) throws Http1Violation;

    /// @param data passes into the sink's ownership; may be empty when `last`
    /// @param last the message is complete; the parser rests until [Http1Parser#next]. A head whose
    ///   body is empty ends its message by itself, without this call
    void onBody(ByteBuf data, boolean last);
}
