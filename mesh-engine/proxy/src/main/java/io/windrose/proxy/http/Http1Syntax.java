package io.windrose.proxy.http;

import io.netty.util.AsciiString;

/// The characters and fields of HTTP/1.1, in the strict reading of RFC 9112: no line folding, no
/// bare line feeds, no space around names.
final class Http1Syntax {
    /// Envoy's default for requests and responses.
    static final int MAX_HEAD_BYTES = 60 * 1024;

    private static final int MAX_FIELDS = 100;
    private static final boolean[] TOKEN = new boolean[128];

    static {
        for (char c = '0'; c <= '9'; c++) {
            TOKEN[c] = true;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            TOKEN[c] = true;
            TOKEN[c - 'a' + 'A'] = true;
        }
        for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
            TOKEN[c] = true;
        }
    }

    private Http1Syntax() {}

    /// Reads the fields between `from` and the empty line at the end of `head`, lower-casing names
    /// in place; names and values share the array.
    static Headers fields(byte[] head, int from) throws Http1Violation {
        var headers = new Headers(16);
        int at = from;
        while (head[at] != '\r') {
            if (headers.size() == MAX_FIELDS) {
                throw new Http1Violation(431, "http1.too_many_headers");
            }
            int colon = nameEnd(head, at);
            int lineEnd = lineEnd(head, colon);
            int valueStart = colon + 1;
            while (isBlank(head[valueStart])) {
                valueStart++;
            }
            int valueEnd = lineEnd;
            while (valueEnd > valueStart && isBlank(head[valueEnd - 1])) {
                valueEnd--;
            }
            headers.add(slice(head, at, colon), slice(head, valueStart, valueEnd));
            at = lineEnd + 2;
        }
        if (at + 2 != head.length) {
            throw Http1Violation.badRequest("http1.codec_error");
        }
        return headers;
    }

    /// The same checks for fields that nobody wants.
    static void checkFields(byte[] block) throws Http1Violation {
        var _ = fields(block, 0);
    }

    private static int nameEnd(byte[] head, int from) throws Http1Violation {
        int at = from;
        while (head[at] != ':') {
            byte c = head[at];
            if (c < 0 || !TOKEN[c]) {
                throw Http1Violation.badRequest("http1.invalid_header_name");
            }
            if (c >= 'A' && c <= 'Z') {
                head[at] = (byte) (c + 32);
            }
            at++;
        }
        if (at == from) {
            throw Http1Violation.badRequest("http1.invalid_header_name");
        }
        return at;
    }

    private static int lineEnd(byte[] head, int from) throws Http1Violation {
        int at = from;
        while (head[at] != '\r') {
            int c = head[at];
            if ((c >= 0 && c < ' ' && c != '\t') || c == 127) {
                throw Http1Violation.badRequest("http1.invalid_header_value");
            }
            at++;
        }
        if (head[at + 1] != '\n') {
            throw Http1Violation.badRequest("http1.invalid_header_value");
        }
        return at;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }

    static AsciiString slice(byte[] bytes, int from, int to) {
        return from == to
                ? AsciiString.EMPTY_STRING
                : new AsciiString(bytes, from, to - from, false);
    }

    static boolean isToken(AsciiString text) {
        for (int i = 0; i < text.length(); i++) {
            byte c = text.byteAt(i);
            if (c < 0 || !TOKEN[c]) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// @return -1 when there is no `content-length`
    static long contentLength(Headers headers) throws Http1Violation {
        var value = headers.get(HeaderNames.CONTENT_LENGTH);
        if (value == null) {
            return -1;
        }
        if (headers.count(HeaderNames.CONTENT_LENGTH) > 1
                || value.isEmpty()
                || value.length() > 18) {
            throw Http1Violation.badRequest("http1.invalid_content_length");
        }
        long length = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.byteAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw Http1Violation.badRequest("http1.invalid_content_length");
            }
            length = length * 10 + digit;
        }
        return length;
    }

    /// Whether the body comes in chunks; any other coding, or a length beside it, is refused.
    static boolean isChunked(Headers headers) throws Http1Violation {
        var coding = headers.get(HeaderNames.TRANSFER_ENCODING);
        if (coding == null) {
            return false;
        }
        if (headers.count(HeaderNames.TRANSFER_ENCODING) > 1
                || !coding.contentEqualsIgnoreCase(HeaderNames.CHUNKED)) {
            throw new Http1Violation(501, "http1.invalid_transfer_encoding");
        }
        if (headers.contains(HeaderNames.CONTENT_LENGTH)) {
            throw Http1Violation.badRequest("http1.content_length_and_chunked_not_allowed");
        }
        return true;
    }
}
