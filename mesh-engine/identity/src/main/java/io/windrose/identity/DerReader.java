package io.windrose.identity;

import java.util.Arrays;

/// Reads DER values one after another from a slice of bytes, strictly: definite, shortest lengths
/// only, and nothing beyond the slice.
///
/// Every departure throws [Malformed], which the reader of the whole document turns into a problem.
final class DerReader {
    private final byte[] bytes;
    private final int end;
    private int at;

    /// What was met instead of the DER that belongs at that offset.
    static final class Malformed extends Exception {
        private final String message;

        Malformed(String what, int offset) {
            super(what);
            message = what + " at byte " + offset;
        }

        @Override
        public String getMessage() {
            return message;
        }
    }

    DerReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private DerReader(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    boolean hasMore() {
        return at < end;
    }

    /// Whether the next value has that tag; false at the end.
    boolean nextIs(int tag) {
        return hasMore() && (bytes[at] & 0xff) == tag;
    }

    /// Steps into the next value, which must have that tag.
    DerReader enter(int tag) throws Malformed {
        int start = at;
        if (!nextIs(tag)) {
            throw new Malformed(
                    hasMore() ? "tag " + (bytes[at] & 0xff) + " instead of " + tag : "end", at);
        }
        at++;
        int length = length();
        if (length > end - at) {
            throw new Malformed("a value that ends outside its container", start);
        }
        at += length;
        return new DerReader(bytes, at - length, at);
    }

    byte[] body(int tag) throws Malformed {
        var inner = enter(tag);
        return Arrays.copyOfRange(bytes, inner.at, inner.end);
    }

    /// The next value with its tag and length, whatever it is.
    byte[] whole() throws Malformed {
        int start = at;
        if (!hasMore()) {
            throw new Malformed("end", at);
        }
        var _ = enter(bytes[at] & 0xff);
        return Arrays.copyOfRange(bytes, start, at);
    }

    /// The bytes of a BIT STRING of whole bytes.
    byte[] bits() throws Malformed {
        int start = at;
        byte[] body = body(Der.BIT_STRING);
        if (body.length == 0 || body[0] != 0) {
            throw new Malformed("a bit string with unused bits", start);
        }
        return Arrays.copyOfRange(body, 1, body.length);
    }

    /// In dotted form.
    String oid() throws Malformed {
        int start = at;
        byte[] body = body(Der.OBJECT_IDENTIFIER);
        var text = new StringBuilder();
        long arc = 0;
        for (int i = 0; i < body.length; i++) {
            if (arc > Integer.MAX_VALUE) {
                throw new Malformed("an object identifier with a huge arc", start);
            }
            arc = (arc << 7) | (body[i] & 0x7f);
            if (body[i] >= 0) {
                if (text.isEmpty()) {
                    long first = Math.min(arc / 40, 2);
                    text.append(first).append('.').append(arc - 40 * first);
                } else {
                    text.append('.').append(arc);
                }
                arc = 0;
            } else if (i == body.length - 1) {
                throw new Malformed("an object identifier that is cut off", start);
            }
        }
        return text.toString();
    }

    void checkEnd() throws Malformed {
        if (hasMore()) {
            throw new Malformed("more bytes than belong here", at);
        }
    }

    private int length() throws Malformed {
        int start = at;
        if (at >= end) {
            throw new Malformed("a value without length", start);
        }
        int first = bytes[at++] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7f;
        if (count < 1 || count > 3 || count > end - at) {
            throw new Malformed("a length of " + count + " bytes", start);
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = (length << 8) | (bytes[at++] & 0xff);
        }
        if (length < 0x80 || length < 1 << (8 * (count - 1))) {
            throw new Malformed("a length in too many bytes", start);
        }
        return length;
    }
}
