package io.windrose.proxy.http;

import io.netty.util.AsciiString;

/// A response head as HTTP/1.1 wrote it.
///
/// @param keepAlive whether the server will take another request on the connection
record Http1Response(Head.Response head, Http1Body body, boolean keepAlive) {
    private static final AsciiString HTTP11 = AsciiString.cached("HTTP/1.1 ");
    private static final AsciiString HTTP10 = AsciiString.cached("HTTP/1.0 ");
    private static final int STATUS_AT = HTTP11.length();

    /// @param block the whole head with its empty line
    /// @param toHead whether this answers a HEAD request, which has no body whatever its length
    ///   says
    static Http1Response parse(byte[] block, boolean toHead) throws Http1Violation {
        var line = Http1Syntax.slice(block, 0, lineEnd(block));
        boolean http10 = line.startsWith(HTTP10);
        if (!http10 && !line.startsWith(HTTP11)) {
            throw Http1Violation.badRequest("http1.codec_error");
        }
        int status = status(line);
        var headers = Http1Syntax.fields(block, line.length() + 2);
        boolean chunked = Http1Syntax.isChunked(headers);
        long length = Http1Syntax.contentLength(headers);
        var connection = headers.joined(HeaderNames.CONNECTION);
        boolean keepAlive =
                http10
                        ? connection != null
                                && AsciiString.containsIgnoreCase(connection, "keep-alive")
                        : connection == null
                                || !AsciiString.containsIgnoreCase(connection, "close");
        Http1Body body;
        if (status == 101) {
            body = new Http1Body.UntilClose();
        } else if (toHead || status < 200 || status == 204 || status == 304) {
            body = Http1Body.NONE;
        } else if (chunked) {
            body = new Http1Body.Chunked();
        } else if (length >= 0) {
            body = new Http1Body.Fixed(length);
        } else {
            body = new Http1Body.UntilClose();
        }
        return new Http1Response(new Head.Response(status, headers), body, keepAlive);
    }

    private static int lineEnd(byte[] block) throws Http1Violation {
        for (int at = 0; at < block.length; at++) {
            if (block[at] == '\r') {
                return at;
            }
        }
        throw Http1Violation.badRequest("http1.codec_error");
    }

    private static int status(AsciiString line) throws Http1Violation {
        int end = STATUS_AT + 3;
        if (line.length() < end || (line.length() > end && line.byteAt(end) != ' ')) {
            throw Http1Violation.badRequest("http1.codec_error");
        }
        int status = 0;
        for (int at = STATUS_AT; at < end; at++) {
            int digit = line.byteAt(at) - '0';
            if (digit < 0 || digit > 9) {
                throw Http1Violation.badRequest("http1.codec_error");
            }
            status = status * 10 + digit;
        }
        if (status < 100) {
            throw Http1Violation.badRequest("http1.codec_error");
        }
        return status;
    }
}
