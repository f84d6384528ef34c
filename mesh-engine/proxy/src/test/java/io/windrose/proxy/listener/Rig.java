package io.windrose.proxy.listener;

import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.proxy.done.Done;
import io.windrose.proxy.done.DoneListener;
import io.windrose.proxy.done.LocalNode;
import io.windrose.proxy.done.PeerMetadata;
import io.windrose.proxy.done.TcpProgress;
import io.windrose.proxy.loop.EventLoops;
import io.windrose.proxy.tls.SecretSnapshot;
import io.windrose.traffic.RuntimeSnapshot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A data plane on loopback with what the tests need around it.
final class Rig implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    final Live<RuntimeSnapshot> runtime = new Live<>(RuntimeSnapshot.EMPTY);
    final Live<SecretSnapshot> secrets;
    final DataPlane plane;
    private final BlockingQueue<Done> dones = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> applied = new LinkedBlockingQueue<>();
    private int asked = 1;

    Rig(EventLoops loops, SecretSnapshot secrets, String name) {
        this.secrets = new Live<>(secrets);
        var metadata = new PeerMetadata(name, "default", name, "", name, "", name, "v1", "");
        plane =
                DataPlane.start(
                        loops,
                        runtime,
                        this.secrets,
                        new LocalNode("sidecar~" + name, metadata),
                        new Recorder(),
                        DataPlaneSettings.of(InstantSource.fixed(Instant.now())));
        var _ =
                plane.listeners()
                        .subscribe(Owner.direct(), status -> applied.add(status.applied()));
        awaitApplied();
    }

    /// Returns once the snapshot has been applied and its sockets are bound.
    Rig apply(RuntimeSnapshot snapshot) {
        asked++;
        runtime.set(snapshot);
        awaitApplied();
        return this;
    }

    private void awaitApplied() {
        while (true) {
            var now = next(applied);
            if (now >= asked) {
                return;
            }
        }
    }

    int port() {
        var address = plane.listeners().get().bound().get(Snapshots.LISTENER);
        if (address == null) {
            throw new IllegalStateException("not bound: " + plane.listeners().get());
        }
        return address.getPort();
    }

    Done done() {
        return next(dones);
    }

    private static <T> T next(BlockingQueue<T> queue) {
        try {
            var item = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (item == null) {
                throw new AssertionError("nothing came");
            }
            return item;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Sends a request that closes its connection and returns all that comes back.
    String get(String path, String... headers) {
        var text = new StringBuilder("GET " + path + " HTTP/1.1\r\nhost: app\r\n");
        for (var header : headers) {
            text.append(header).append("\r\n");
        }
        return send(text + "connection: close\r\n\r\n");
    }

    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port());
    }

    String send(String request) {
        try (var socket = connect()) {
            socket.setSoTimeout(PATIENCE_SECONDS * 1000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        plane.close();
    }

    private final class Recorder implements DoneListener {
        @Override
        public void done(Done done) {
            dones.add(done);
        }

        @Override
        public void relayed(TcpProgress progress) {}
    }
}
