package io.windrose.proxy.http;

import io.netty.util.AsciiString;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A request head as HTTP/1.1 wrote it, checked against everything that lets two hops disagree.
///
/// @param keepAlive whether the client means to send more on the connection
/// @param upgrade the protocol that the client wants instead; empty when none that we pass on
record Http1Request(
        Head.Request head, Http1Body body, boolean keepAlive, boolean http10, AsciiString upgrade) {

    private static final AsciiString WEBSOCKET_KEY1 = AsciiString.cached("sec-websocket-key1");
    private static final AsciiString HTTP11 = AsciiString.cached("HTTP/1.1");
    private static final AsciiString HTTP10 = AsciiString.cached("HTTP/1.0");
    private static final AsciiString ANY = AsciiString.cached("*");
    private static final AsciiString SCHEME_END = AsciiString.cached("://");
    private static final AsciiString UPGRADE_WEBSOCKET = AsciiString.cached("websocket");
    private static final AsciiString UPGRADE_H2C = AsciiString.cached("h2c");

    /// The methods that Envoy's codec accepts, as the objects that every request shares.
    private static final Map<AsciiString, AsciiString> METHODS =
            Stream.of(
                            "GET",
                            "HEAD",
                            "POST",
                            "PUT",
                            "DELETE",
                            "CONNECT",
                            "OPTIONS",
                            "TRACE",
                            "PATCH",
                            "ACL",
                            "BIND",
                            "CHECKOUT",
                            "COPY",
                            "LINK",
                            "LOCK",
                            "MERGE",
                            "MKACTIVITY",
                            "MKCALENDAR",
                            "MKCOL",
                            "MOVE",
                            "MSEARCH",
                            "NOTIFY",
                            "PROPFIND",
                            "PROPPATCH",
                            "PURGE",
                            "REBIND",
                            "REPORT",
                            "SEARCH",
                            "SOURCE",
                            "SUBSCRIBE",
                            "UNBIND",
                            "UNLINK",
                            "UNLOCK",
                            "UNSUBSCRIBE")
                    .map(AsciiString::cached)
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), name -> name));

    /// @param block the whole head with its empty line
    /// @param scheme of the connection
    static Http1Request parse(byte[] block, AsciiString scheme) throws Http1Violation {
        int methodEnd = indexOf(block, ' ', 0);
        int targetEnd = indexOf(block, ' ', methodEnd + 1);
        int lineEnd = indexOf(block, '\r', targetEnd + 1);
        var method = METHODS.get(Http1Syntax.slice(block, 0, methodEnd));
        if (method == null) {
            throw Http1Violation.badRequest("http1.unknown_method");
        }
        boolean http10 = isHttp10(Http1Syntax.slice(block, targetEnd + 1, lineEnd));
        var target = Http1Syntax.slice(block, methodEnd + 1, targetEnd);
        checkTarget(target);
        var headers = Http1Syntax.fields(block, lineEnd + 2);
        if (headers.contains(WEBSOCKET_KEY1)) {
            throw Http1Violation.badRequest("http1.obsolete_websocket");
        }
        boolean chunked = Http1Syntax.isChunked(headers);
        if (chunked && http10) {
            throw Http1Violation.badRequest("http1.transfer_encoding_in_1_0");
        }
        long length = Http1Syntax.contentLength(headers);
        ignoreOfferOfH2c(headers);
        var connection = headers.joined(HeaderNames.CONNECTION);
        var upgrade = upgrade(headers, connection);
        var head = withTarget(method, scheme, target, takeHost(headers, http10), headers);
        Http1Body body = Http1Body.NONE;
        if (!upgrade.isEmpty()) {
            body = new Http1Body.UntilClose();
        } else if (chunked) {
            body = new Http1Body.Chunked();
        } else if (length > 0) {
            body = new Http1Body.Fixed(length);
        }
        return new Http1Request(head, body, keepAlive(connection, http10), http10, upgrade);
    }

    private static int indexOf(byte[] block, char wanted, int from) throws Http1Violation {
        for (int at = from; at < block.length; at++) {
            if (block[at] == wanted) {
                return at;
            }
            if (block[at] == '\r') {
                break;
            }
        }
        throw Http1Violation.badRequest("http1.codec_error");
    }

    private static boolean isHttp10(AsciiString version) throws Http1Violation {
        if (version.equals(HTTP11)) {
            return false;
        }
        if (version.equals(HTTP10)) {
            return true;
        }
        throw Http1Violation.badRequest("http1.codec_error");
    }

    private static void checkTarget(AsciiString target) throws Http1Violation {
        for (int i = 0; i < target.length(); i++) {
            if (target.byteAt(i) <= ' ' || target.byteAt(i) == 127) {
                throw Http1Violation.badRequest("http1.invalid_url");
            }
        }
        if (target.isEmpty()) {
            throw Http1Violation.badRequest("http1.invalid_url");
        }
    }

    private static AsciiString takeHost(Headers headers, boolean http10) throws Http1Violation {
        var host = headers.get(HeaderNames.HOST);
        if (headers.count(HeaderNames.HOST) > 1 || (host == null && !http10)) {
            throw Http1Violation.badRequest("http1.invalid_host");
        }
        headers.remove(HeaderNames.HOST);
        return host == null ? AsciiString.EMPTY_STRING : host;
    }

    /// The authority of an absolute target counts more than `host`, by RFC 9112 3.2.2.
    private static Head.Request withTarget(
            AsciiString method,
            AsciiString scheme,
            AsciiString target,
            AsciiString host,
            Headers headers)
            throws Http1Violation {
        if (target.byteAt(0) == '/' || target.equals(ANY)) {
            return new Head.Request(method, scheme, host, target, headers);
        }
        int schemeEnd = target.indexOf(SCHEME_END);
        if (method.contentEquals("CONNECT") || schemeEnd <= 0) {
            throw Http1Violation.badRequest("http1.invalid_url");
        }
        int from = schemeEnd + SCHEME_END.length();
        int to = from;
        while (to < target.length() && target.byteAt(to) != '/' && target.byteAt(to) != '?') {
            to++;
        }
        var path = target.subSequence(to, target.length(), false);
        if (path.isEmpty() || path.byteAt(0) == '?') {
            path = new AsciiString("/" + path);
        }
        return new Head.Request(method, scheme, target.subSequence(from, to, false), path, headers);
    }

    /// Clients such as Java's own offer HTTP/2 without TLS; a server may carry on in HTTP/1.1.
    ///
    /// @see <a href="https://github.com/envoyproxy/envoy/issues/7161">Envoy, which does so too</a>
    private static void ignoreOfferOfH2c(Headers headers) {
        var wanted = headers.get(HeaderNames.UPGRADE);
        if (wanted != null && wanted.contentEqualsIgnoreCase(UPGRADE_H2C)) {
            headers.remove(HeaderNames.UPGRADE);
            headers.remove(HeaderNames.HTTP2_SETTINGS);
        }
    }

    private static AsciiString upgrade(Headers headers, @Nullable String connection) {
        var wanted = headers.get(HeaderNames.UPGRADE);
        return wanted != null
                        && wanted.contentEqualsIgnoreCase(UPGRADE_WEBSOCKET)
                        && connection != null
                        && AsciiString.containsIgnoreCase(connection, "upgrade")
                ? UPGRADE_WEBSOCKET
                : AsciiString.EMPTY_STRING;
    }

    private static boolean keepAlive(@Nullable String connection, boolean http10) {
        if (connection == null) {
            return !http10;
        }
        return http10
                ? AsciiString.containsIgnoreCase(connection, "keep-alive")
                : !AsciiString.containsIgnoreCase(connection, "close");
    }
}
