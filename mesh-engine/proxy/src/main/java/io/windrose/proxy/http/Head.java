package io.windrose.proxy.http;

import io.netty.util.AsciiString;

/// The first part of a message. Pseudo fields and `host` stand in components of their own, never
/// among the headers.
public sealed interface Head {

    /// Owned by whoever holds the head; may be changed before the head is sent.
    Headers headers();

    /// @param authority HTTP/2 `:authority`, HTTP/1 `host`; empty when the client gave none
    /// @param path with query, e.g. `/reviews/0?x=1`
    record Request(
            AsciiString method,
            AsciiString scheme,
            AsciiString authority,
            AsciiString path,
            Headers headers)
            implements Head {

        public boolean isHead() {
            return method.contentEquals("HEAD");
        }
    }

    record Response(int status, Headers headers) implements Head {
        /// 1xx: another head follows. 101 is final.
        public boolean isInformational() {
            return status < 200 && status != 101;
        }
    }
}
