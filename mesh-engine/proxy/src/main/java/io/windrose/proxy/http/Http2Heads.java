package io.windrose.proxy.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.ReadOnlyHttp2Headers;
import io.netty.util.AsciiString;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Between our heads and Netty's HTTP/2 headers.
final class Http2Heads {
    private static final AsciiString COOKIE = AsciiString.cached("cookie");

    private Http2Heads() {}

    /// @throws Http2Exception a stream error when a mandatory pseudo field is missing, which the
    ///   codec does not check
    static Head.Request request(int streamId, Http2Headers from) throws Http2Exception {
        var method = text(from.method());
        var path = text(from.path());
        var scheme = text(from.scheme());
        var headers = fields(from);
        var authority = text(from.authority());
        var host = headers.get(HeaderNames.HOST);
        if (headers.count(HeaderNames.HOST) > 1) {
            throw protocolError(streamId, "several hosts");
        }
        if (authority == null) {
            authority = host;
        }
        headers.remove(HeaderNames.HOST);
        if (method == null || path == null || scheme == null || authority == null) {
            throw protocolError(streamId, "a mandatory pseudo header is missing");
        }
        if (!Http1Syntax.isToken(method) || !isPath(path)) {
            throw protocolError(streamId, "method or path is not well formed");
        }
        return new Head.Request(method, scheme, authority, path, headers);
    }

    private static boolean isPath(AsciiString path) {
        return !path.isEmpty()
                && (path.byteAt(0) == '/' || (path.length() == 1 && path.byteAt(0) == '*'));
    }

    static Head.Response response(int streamId, Http2Headers from) throws Http2Exception {
        var status = from.status();
        if (status == null || status.length() != 3) {
            throw protocolError(streamId, "no status");
        }
        try {
            return new Head.Response(AsciiString.of(status).parseInt(), fields(from));
        } catch (NumberFormatException e) {
            throw protocolError(streamId, "no status");
        }
    }

    /// Everything but the pseudo fields; split cookies in one piece again, as RFC 9113 8.2.3 wants.
    static Headers fields(Http2Headers from) {
        var headers = new Headers(from.size());
        for (Map.Entry<CharSequence, CharSequence> field : from) {
            var name = AsciiString.of(field.getKey());
            if (name.isEmpty() || name.byteAt(0) == ':') {
                continue;
            }
            var value = AsciiString.of(field.getValue());
            var before = name.equals(COOKIE) ? headers.get(COOKIE) : null;
            if (before == null) {
                headers.add(name, value);
            } else {
                headers.set(COOKIE, AsciiString.of(before + "; " + value));
            }
        }
        return headers;
    }

    static Http2Headers encode(Head head) {
        return switch (head) {
            case Head.Request request ->
                    ReadOnlyHttp2Headers.clientHeaders(
                            false,
                            request.method(),
                            request.path(),
                            request.scheme(),
                            request.authority(),
                            request.headers().toPairs());
            case Head.Response(int status, var headers) ->
                    ReadOnlyHttp2Headers.serverHeaders(
                            false,
                            HttpResponseStatus.valueOf(status).codeAsText(),
                            headers.toPairs());
        };
    }

    static Http2Headers trailers(Headers trailers) {
        return ReadOnlyHttp2Headers.trailers(false, trailers.toPairs());
    }

    private static @Nullable AsciiString text(@Nullable CharSequence value) {
        return value == null ? null : AsciiString.of(value);
    }

    private static Http2Exception protocolError(int streamId, String message) {
        return Http2Exception.streamError(streamId, Http2Error.PROTOCOL_ERROR, message);
    }
}
