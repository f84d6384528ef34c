package io.windrose.proxy.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.ByteProcessor;

/// Cuts a stream of bytes into HTTP/1.1 messages. However the bytes are chunked, the sink sees the
/// same heads, the same bodies and the same ends.
///
/// Netty's own decoder accepts folded lines, spaces in the request line and the bodies of an
/// obsolete WebSocket draft, each of which lets one hop see another message than the next; hence
/// this one.
///
/// ```
/// HEAD -> FIXED | CHUNK_SIZE -> CHUNK_DATA -> CHUNK_END -> ... -> TRAILERS | UNTIL_CLOSE -> RESTING -> HEAD
/// ```
final class Http1Parser {
    private static final int MAX_CHUNK_LINE = 4 * 1024;

    private enum State {
        HEAD,
        FIXED,
        CHUNK_SIZE,
        CHUNK_DATA,
        CHUNK_END,
        TRAILERS,
        UNTIL_CLOSE,
        RESTING
    }

    private final Http1Sink sink;
    private State state = State.HEAD;
    private long remaining;
    private boolean anotherHead;

    /// Bytes behind the reader index that were already searched for the end of a head.
    private int searched;

    Http1Parser(Http1Sink sink) {
        this.sink = sink;
    }

    boolean isResting() {
        return state == State.RESTING;
    }

    /// Called by the sink from within [Http1Sink#onHead]: that was an informational head.
    void expectAnotherHead() {
        anotherHead = true;
    }

    /// Ready for another message, once the sink is done with the last one.
    void next() {
        state = State.HEAD;
        searched = 0;
    }

    /// Reads one step.
    ///
    /// @return false when more bytes are needed, or the parser rests
    boolean advance(ByteBuf in) throws Http1Violation {
        return switch (state) {
            case HEAD -> head(in);
            case FIXED -> fixed(in);
            case CHUNK_SIZE -> chunkSize(in);
            case CHUNK_DATA -> chunkData(in);
            case CHUNK_END -> chunkEnd(in);
            case TRAILERS -> trailers(in);
            case UNTIL_CLOSE -> untilClose(in);
            case RESTING -> false;
        };
    }

    /// The peer sends no more.
    ///
    /// @return whether that was a proper end of the message that was being read
    boolean inputClosed() {
        if (state == State.UNTIL_CLOSE) {
            end();
            return true;
        }
        return state == State.RESTING;
    }

    private boolean head(ByteBuf in) throws Http1Violation {
        skipEmptyLines(in);
        int length = headLength(in);
        if (length < 0) {
            return false;
        }
        var head = new byte[length];
        in.readBytes(head);
        searched = 0;
        anotherHead = false;
        state = State.RESTING;
        var body = sink.onHead(head);
        if (anotherHead) {
            state = State.HEAD;
            return true;
        }
        switch (body) {
            case Http1Body.Fixed(long bytes) when bytes == 0 -> {}
            case Http1Body.Fixed(long bytes) -> {
                remaining = bytes;
                state = State.FIXED;
            }
            case Http1Body.Chunked _ -> state = State.CHUNK_SIZE;
            case Http1Body.UntilClose _ -> state = State.UNTIL_CLOSE;
        }
        return true;
    }

    /// RFC 9112 2.2: a robust server ignores empty lines before the request line.
    private void skipEmptyLines(ByteBuf in) {
        while (in.readableBytes() >= 2
                && in.getByte(in.readerIndex()) == '\r'
                && in.getByte(in.readerIndex() + 1) == '\n') {
            in.skipBytes(2);
            searched = 0;
        }
    }

    /// @return bytes up to and with the empty line, or -1 while it has not come
    private int headLength(ByteBuf in) throws Http1Violation {
        int start = in.readerIndex();
        while (true) {
            int lineFeed =
                    in.forEachByte(
                            start + searched, in.readableBytes() - searched, ByteProcessor.FIND_LF);
            if (lineFeed < 0) {
                searched = in.readableBytes();
                if (searched > Http1Syntax.MAX_HEAD_BYTES) {
                    throw new Http1Violation(431, "http1.headers_too_large");
                }
                return -1;
            }
            if (lineFeed == start || in.getByte(lineFeed - 1) != '\r') {
                throw Http1Violation.badRequest("http1.codec_error");
            }
            searched = lineFeed + 1 - start;
            if (searched > Http1Syntax.MAX_HEAD_BYTES) {
                throw new Http1Violation(431, "http1.headers_too_large");
            }
            if (searched == 2 || (searched > 3 && in.getByte(lineFeed - 2) == '\n')) {
                return searched;
            }
        }
    }

    private boolean fixed(ByteBuf in) {
        int length = (int) Math.min(remaining, in.readableBytes());
        if (length == 0) {
            return false;
        }
        remaining -= length;
        boolean last = remaining == 0;
        if (last) {
            state = State.RESTING;
        }
        sink.onBody(in.readRetainedSlice(length), last);
        return true;
    }

    private boolean chunkSize(ByteBuf in) throws Http1Violation {
        int lineFeed = in.indexOf(in.readerIndex(), in.writerIndex(), (byte) '\n');
        if (lineFeed < 0) {
            if (in.readableBytes() > MAX_CHUNK_LINE) {
                throw Http1Violation.badRequest("http1.invalid_chunk_size");
            }
            return false;
        }
        remaining = chunkSize(in, lineFeed);
        in.readerIndex(lineFeed + 1);
        searched = 0;
        state = remaining == 0 ? State.TRAILERS : State.CHUNK_DATA;
        return true;
    }

    private static long chunkSize(ByteBuf in, int lineFeed) throws Http1Violation {
        int end = lineFeed - 1;
        int at = in.readerIndex();
        if (end < at || in.getByte(end) != '\r') {
            throw Http1Violation.badRequest("http1.invalid_chunk_size");
        }
        long size = 0;
        int digits = 0;
        int digit;
        while (at < end && (digit = Character.digit(in.getByte(at), 16)) >= 0) {
            size = size * 16 + digit;
            at++;
            digits++;
        }
        boolean extension = at < end && in.getByte(at) == ';';
        if (digits == 0 || digits > 15 || (at < end && !extension)) {
            throw Http1Violation.badRequest("http1.invalid_chunk_size");
        }
        while (at < end) {
            byte c = in.getByte(at++);
            if (c < ' ' && c != '\t') {
                throw Http1Violation.badRequest("http1.invalid_chunk_extension");
            }
        }
        return size;
    }

    private boolean chunkData(ByteBuf in) {
        int length = (int) Math.min(remaining, in.readableBytes());
        if (length == 0) {
            return false;
        }
        remaining -= length;
        if (remaining == 0) {
            state = State.CHUNK_END;
        }
        sink.onBody(in.readRetainedSlice(length), false);
        return true;
    }

    private boolean chunkEnd(ByteBuf in) throws Http1Violation {
        if (in.readableBytes() < 2) {
            return false;
        }
        if (in.readByte() != '\r' || in.readByte() != '\n') {
            throw Http1Violation.badRequest("http1.invalid_chunk_end");
        }
        state = State.CHUNK_SIZE;
        return true;
    }

    /// Trailers are checked and dropped, as Envoy does unless told otherwise.
    private boolean trailers(ByteBuf in) throws Http1Violation {
        int length = headLength(in);
        if (length < 0) {
            return false;
        }
        var block = new byte[length];
        in.readBytes(block);
        Http1Syntax.checkFields(block);
        end();
        return true;
    }

    private boolean untilClose(ByteBuf in) {
        if (!in.isReadable()) {
            return false;
        }
        sink.onBody(in.readRetainedSlice(in.readableBytes()), false);
        return true;
    }

    private void end() {
        state = State.RESTING;
        sink.onBody(Unpooled.EMPTY_BUFFER, true);
    }
}
