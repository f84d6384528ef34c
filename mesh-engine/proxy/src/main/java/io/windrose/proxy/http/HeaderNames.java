package io.windrose.proxy.http;

import io.netty.util.AsciiString;

/// Names that the proxy reads or writes, shared so that comparing them is cheap.
public final class HeaderNames {
    public static final AsciiString CONNECTION = AsciiString.cached("connection");
    public static final AsciiString CONTENT_LENGTH = AsciiString.cached("content-length");
    public static final AsciiString CONTENT_TYPE = AsciiString.cached("content-type");
    public static final AsciiString DATE = AsciiString.cached("date");
    public static final AsciiString EXPECT = AsciiString.cached("expect");
    public static final AsciiString GRPC_MESSAGE = AsciiString.cached("grpc-message");
    public static final AsciiString GRPC_STATUS = AsciiString.cached("grpc-status");
    public static final AsciiString GRPC_TIMEOUT = AsciiString.cached("grpc-timeout");
    public static final AsciiString HOST = AsciiString.cached("host");
    public static final AsciiString HTTP2_SETTINGS = AsciiString.cached("http2-settings");
    public static final AsciiString KEEP_ALIVE = AsciiString.cached("keep-alive");
    public static final AsciiString LOCATION = AsciiString.cached("location");
    public static final AsciiString ORIGIN = AsciiString.cached("origin");
    public static final AsciiString PROXY_CONNECTION = AsciiString.cached("proxy-connection");
    public static final AsciiString SET_COOKIE = AsciiString.cached("set-cookie");
    public static final AsciiString SERVER = AsciiString.cached("server");
    public static final AsciiString TE = AsciiString.cached("te");
    public static final AsciiString TRANSFER_ENCODING = AsciiString.cached("transfer-encoding");
    public static final AsciiString UPGRADE = AsciiString.cached("upgrade");
    public static final AsciiString USER_AGENT = AsciiString.cached("user-agent");
    public static final AsciiString VIA = AsciiString.cached("via");
    public static final AsciiString X_FORWARDED_FOR = AsciiString.cached("x-forwarded-for");
    public static final AsciiString X_FORWARDED_HOST = AsciiString.cached("x-forwarded-host");
    public static final AsciiString X_FORWARDED_PROTO = AsciiString.cached("x-forwarded-proto");
    public static final AsciiString X_FORWARDED_CLIENT_CERT =
            AsciiString.cached("x-forwarded-client-cert");
    public static final AsciiString X_REQUEST_ID = AsciiString.cached("x-request-id");

    public static final AsciiString CHUNKED = AsciiString.cached("chunked");
    public static final AsciiString CLOSE = AsciiString.cached("close");
    public static final AsciiString ZERO = AsciiString.cached("0");
    public static final AsciiString HTTP = AsciiString.cached("http");
    public static final AsciiString HTTPS = AsciiString.cached("https");

    private HeaderNames() {}
}
