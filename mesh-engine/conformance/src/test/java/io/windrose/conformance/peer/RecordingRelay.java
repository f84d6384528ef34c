package io.windrose.conformance.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Passes connections on to one address and keeps every byte that it sees, both ways.
public final class RecordingRelay implements AutoCloseable {
    private final ServerSocket server = new ServerSocket();
    private final InetSocketAddress target;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Socket> open = new ArrayList<>();
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    private RecordingRelay(InetSocketAddress target) throws IOException {
        this.target = target;
    }

    public static RecordingRelay start(InetSocketAddress at, InetSocketAddress target)
            throws IOException {
        var relay = new RecordingRelay(target);
        relay.server.bind(at);
        relay.threads.execute(relay::accept);
        return relay;
    }

    public byte[] seen() {
        synchronized (seen) {
            return seen.toByteArray();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        synchronized (open) {
            for (var socket : open) {
                socket.close();
            }
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                var upstream = new Socket(target.getAddress(), target.getPort());
                synchronized (open) {
                    open.add(client);
                    open.add(upstream);
                }
                threads.execute(() -> pump(client, upstream));
                threads.execute(() -> pump(upstream, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pump(Socket from, Socket to) {
        var buffer = new byte[16_384];
        try (from;
                to) {
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                synchronized (seen) {
                    seen.write(buffer, 0, n);
                }
                to.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException closed) {
            // One end is gone, so the other one goes too.
        }
    }
}
