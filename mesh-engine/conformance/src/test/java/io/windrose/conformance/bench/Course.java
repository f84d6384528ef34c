package io.windrose.conformance.bench;

import io.windrose.conformance.peer.Backend;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.TrustDomain;
import io.windrose.identity.WorkloadCertificate;
import io.windrose.kernel.Result;
import io.windrose.testkit.PeerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// One contender in one shape, in front of an application of this process.
final class Course implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final Contender contender;
    private final Shape shape;
    private final Backend application;
    private final List<PeerProcess> proxies = new ArrayList<>();
    private final int port = PeerProcess.freePort();

    private Course(Contender contender, Shape shape) throws IOException {
        this.contender = contender;
        this.shape = shape;
        application = Backend.start("app", Duration.ZERO);
    }

    /// Returns when all proxies listen.
    static Course start(Contender contender, Shape shape, Path folder) throws IOException {
        var course = new Course(contender, shape);
        try {
            course.begin(folder);
        } catch (IOException | RuntimeException | AssertionError failure) {
            course.close();
            throw failure;
        }
        return course;
    }

    private void begin(Path folder) throws IOException {
        int next = application.port();
        if (shape == Shape.SIDECAR_PAIR) {
            certify(folder);
            int inbound = PeerProcess.freePort();
            run(folder, inbound, Shape.back(PeerProcess.freePort(), inbound, next, folder));
            next = inbound;
        }
        run(folder, port, shape.front(PeerProcess.freePort(), port, next, folder));
    }

    Figures measure(int connections, int requests) throws Exception {
        long before = cpuMicros();
        var load = Load.run(port, connections, requests);
        double cpu = (double) (cpuMicros() - before) / (connections * requests);
        double rss = 0;
        for (var proxy : proxies) {
            rss += Usage.of(proxy.pid()).rssMegabytes() / proxies.size();
        }
        return new Figures(
                contender, shape, cpu, load.micros(0.5), load.micros(0.99), rss, load.failed());
    }

    private long cpuMicros() throws IOException {
        long all = 0;
        for (var proxy : proxies) {
            all += Usage.of(proxy.pid()).cpuMicros();
        }
        return all;
    }

    private void run(Path folder, int listen, String yaml) throws IOException {
        var name = contender + "-" + shape + "-" + listen;
        var file = Files.writeString(folder.resolve(name + ".yaml"), yaml);
        var proxy = PeerProcess.start(folder, name, contender.command(file));
        proxies.add(proxy);
        proxy.await("listening", START, () -> accepts(listen));
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void certify(Path folder) throws IOException {
        var authority =
                CertificateAuthority.inMemory(TrustDomain.CLUSTER_LOCAL, InstantSource.system());
        for (var who : List.of("caller", "called")) {
            var id = new SpiffeId(TrustDomain.CLUSTER_LOCAL, "default", who);
            var issued = authority.issueServer(id, List.of());
            if (!(issued instanceof Result.Ok<WorkloadCertificate>(var certificate, _))) {
                throw new AssertionError(issued.problems().toString());
            }
            Files.writeString(folder.resolve(who + ".pem"), certificate.chainPem());
            Files.writeString(folder.resolve(who + ".key"), certificate.keyPem());
            Files.writeString(folder.resolve("roots.pem"), certificate.rootsPem());
        }
    }

    @Override
    public void close() {
        proxies.forEach(PeerProcess::close);
        application.close();
    }
}
