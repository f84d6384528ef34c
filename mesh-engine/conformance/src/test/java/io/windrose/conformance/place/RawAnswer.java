package io.windrose.conformance.place;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What came back on the wire for one request, without what differs from run to run.
///
/// @param headers lower-cased names; the values of those that tell times are replaced by `*`
record RawAnswer(int status, SortedMap<String, String> headers, String body) {
    private static final Set<String> TIMES = Set.of("date", "x-envoy-upstream-service-time");
    private static final int TIMEOUT_MILLIS = 10_000;

    /// Sends the request with a client that changes nothing in it, on a connection of its own.
    static RawAnswer of(RequestCase request, int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(text(request).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(new DataInputStream(socket.getInputStream()), request.method());
        }
    }

    private static String text(RequestCase request) {
        var text = new StringBuilder();
        text.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\r\n");
        text.append("host: ").append(request.host()).append("\r\n");
        text.append("x-case: ").append(request.name()).append("\r\n");
        request.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        if (!request.body().isEmpty()) {
            text.append("content-length: ").append(request.body().length()).append("\r\n");
        }
        return text.append("connection: close\r\n\r\n").append(request.body()).toString();
    }

    private static RawAnswer read(DataInputStream in, String method) throws IOException {
        var statusLine = line(in);
        int status = Integer.parseInt(statusLine.split(" ", 3)[1]);
        var headers = new TreeMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            var value = TIMES.contains(name) ? "*" : line.substring(colon + 1).strip();
            headers.merge(name, value, (first, second) -> first + ", " + second);
        }
        var body = method.equals("HEAD") ? "" : body(in, headers);
        return new RawAnswer(status, headers, withoutIds(body));
    }

    private static String body(DataInputStream in, SortedMap<String, String> headers)
            throws IOException {
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            var whole = new ByteArrayOutputStream();
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                whole.write(in.readNBytes(size));
                line(in);
            }
            return whole.toString(StandardCharsets.UTF_8);
        }
        var length = headers.get("content-length");
        var bytes = length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int chunk(DataInputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(DataInputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /// The echoed request id is made at random by each proxy, and the expected time is what is left
    /// of the route's when the request goes out; that they are there is compared.
    private static String withoutIds(String body) {
        return body.replaceAll("(?m)^(x-request-id|x-envoy-expected-rq-timeout-ms): .*$", "$1: *");
    }
}
