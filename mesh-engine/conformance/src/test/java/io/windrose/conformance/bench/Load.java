package io.windrose.conformance.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Clients that each ask again as soon as they have their answer.
///
/// @param latencies in nanoseconds, sorted
/// @param failed answers that were not 200
record Load(List<Long> latencies, int failed) {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final byte[] REQUEST =
            "GET /bench HTTP/1.1\r\nhost: app\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /// @param requests of each connection
    static Load run(int port, int connections, int requests)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<Load>>();
            for (int i = 0; i < connections; i++) {
                clients.add(threads.submit(() -> client(port, requests)));
            }
            var all = new ArrayList<Load>();
            for (var client : clients) {
                all.add(client.get());
            }
            return together(all);
        }
    }

    /// @param share 0.5 for the median
    long micros(double share) {
        return latencies.get((int) (share * (latencies.size() - 1))) / 1_000;
    }

    private static Load together(List<Load> parts) {
        var latencies = parts.stream().flatMap(part -> part.latencies().stream()).sorted().toList();
        int failed = parts.stream().mapToInt(Load::failed).sum();
        return new Load(latencies, failed);
    }

    private static Load client(int port, int requests) throws IOException {
        var latencies = new ArrayList<Long>(requests);
        int failed = 0;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            for (int i = 0; i < requests; i++) {
                long start = System.nanoTime();
                socket.getOutputStream().write(REQUEST);
                if (!answer(in).startsWith("HTTP/1.1 200")) {
                    failed++;
                }
                latencies.add(System.nanoTime() - start);
            }
        }
        return new Load(latencies, failed);
    }

    /// Reads one answer to its end; returns its status line.
    private static String answer(DataInputStream in) throws IOException {
        var status = line(in);
        int length = 0;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring("content-length:".length()).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(DataInputStream in) throws IOException {
        var line = new StringBuilder();
        for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }
}
