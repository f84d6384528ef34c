package io.windrose.packaging;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// One HTTP answer, as a script would see it.
///
/// @param status 0 when there was none
record Asked(int status, String body) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(PATIENCE).build();

    /// @param url as it was printed
    static Asked of(String url) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            return new Asked(answer.statusCode(), answer.body());
        } catch (IOException none) {
            return new Asked(0, none.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Asked(0, stopped.toString());
        }
    }

    /// Asks an address for a host that no name service knows, as an application does whose requests
    /// its sidecar takes.
    ///
    /// @param host the value of the header
    static Asked sidecar(InetSocketAddress address, String host, String path) {
        try (var socket = new Socket()) {
            socket.connect(address, (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            var request =
                    "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Asked(Integer.parseInt(answer.split(" ", 3)[1]), answer);
        } catch (IOException none) {
            return new Asked(0, none.toString());
        }
    }
}
