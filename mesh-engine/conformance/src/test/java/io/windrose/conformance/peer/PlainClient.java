package io.windrose.conformance.peer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A client that says HTTP/1.1 on a connection of its own for each request.
public final class PlainClient {
    private static final int TIMEOUT_MILLIS = 15_000;

    private PlainClient() {}

    /// All that comes back, status line first; empty when the other side just closes.
    public static String get(InetSocketAddress proxy, String host, String path) throws IOException {
        try (var socket = new Socket(proxy.getAddress(), proxy.getPort())) {
            return get(socket, host, path);
        }
    }

    /// The same on a connection that is there already.
    public static String get(Socket socket, String host, String path) throws IOException {
        var request =
                "GET " + path + " HTTP/1.1\r\nhost: " + host + "\r\nconnection: close\r\n\r\n";
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
