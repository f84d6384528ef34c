package io.windrose.proxy.listener;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.windrose.proxy.done.Done;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/// What is seen of requests from outside.
final class Wire {
    static final TestServer.Answer HELLO = new TestServer.Answer.Say(200, "hello");

    private Wire() {}

    /// @param response as it came over the wire
    static String status(String response) {
        return response.substring(0, response.indexOf("\r\n"));
    }

    /// @param response as it came over the wire
    static String body(String response) {
        return response.substring(response.indexOf("\r\n\r\n") + 4);
    }

    /// Code, flags and details, as an access log has them.
    static String outcome(Done done) {
        return done.response().code() + " " + done.flags().text() + " " + done.response().details();
    }

    /// Sends a request and leaves the connection open.
    ///
    /// @return the three characters of the answer's body
    static String ask(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write("GET / HTTP/1.1\r\nhost: app\r\n\r\n".getBytes(US_ASCII));
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) socket.getInputStream().read());
        }
        return new String(socket.getInputStream().readNBytes(3), US_ASCII);
    }

    /// Where nobody listens.
    static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
