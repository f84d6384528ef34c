package io.windrose.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Where on this computer's loopback each workload's proxy listens.
///
/// On Linux every address of 127.0.0.0/8 exists, so that each workload has two of its own: one for
/// what others send to it, one for what it sends to others, on the ports that a cluster would use.
/// Elsewhere only 127.0.0.1 exists, and each workload has a block of ports instead.
///
/// @param byWorkload the name of a workload to its place
record Placement(Map<String, Place> byWorkload) {
    private static final int ATTEMPTS = 50;
    private static final int BLOCK = 2;

    /// @param inbound the pod's address and port
    /// @param outboundAddress where the proxy takes the application's requests
    /// @param outboundOffset what is added to a service's port there
    record Place(InetSocketAddress inbound, String outboundAddress, int outboundOffset) {

        /// Where the application sends requests for a service's `port`.
        InetSocketAddress outbound(int port) {
            return new InetSocketAddress(outboundAddress, port + outboundOffset);
        }
    }

    Placement {
        byWorkload = Map.copyOf(byWorkload);
    }

    Place of(DemoWorkload workload) {
        var place = byWorkload.get(workload.name());
        if (place == null) {
            throw new IllegalArgumentException("no place for " + workload.name());
        }
        return place;
    }

    /// A placement whose sockets are all free now; several sandboxes do not meet.
    ///
    /// @throws IOException when none was found, which means that loopback is crowded or closed
    static Placement find(RandomGenerator random) throws IOException {
        boolean manyAddresses = isFree(new InetSocketAddress(address("127.0.0.2"), 0));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var candidate = manyAddresses ? ownAddresses(random) : blocksOfPorts(random);
            if (candidate.isFree()) {
                return candidate;
            }
        }
        throw new IOException("no free loopback addresses after " + ATTEMPTS + " attempts");
    }

    static Placement ownAddresses(RandomGenerator random) {
        var prefix = "127." + random.nextInt(16, 250) + "." + random.nextInt(1, 250) + ".";
        var places = new LinkedHashMap<String, Place>();
        int host = 10;
        for (var workload : DemoWorkload.ALL) {
            var inbound = new InetSocketAddress(address(prefix + host), workload.port());
            // A gateway listens on one address only: what it takes in is what it sends on.
            var outbound = workload.isGateway() ? prefix + host : prefix + (host + 100);
            places.put(workload.name(), new Place(inbound, outbound, 0));
            host++;
        }
        return new Placement(places);
    }

    static Placement blocksOfPorts(RandomGenerator random) {
        var places = new LinkedHashMap<String, Place>();
        int offset = random.nextInt(2_000, 40_000);
        for (var workload : DemoWorkload.ALL) {
            int port = workload.port() + offset;
            int outboundOffset = workload.isGateway() ? offset : offset + 1;
            places.put(
                    workload.name(),
                    new Place(
                            new InetSocketAddress(address("127.0.0.1"), port),
                            "127.0.0.1",
                            outboundOffset));
            offset += BLOCK;
        }
        return new Placement(places);
    }

    private boolean isFree() {
        Set<InetSocketAddress> wanted = new HashSet<>();
        for (var workload : DemoWorkload.ALL) {
            wanted.add(of(workload).inbound());
            wanted.add(of(workload).outbound(workload.port()));
        }
        return wanted.stream().allMatch(Placement::isFree);
    }

    private static boolean isFree(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException notALiteral) {
            throw new IllegalArgumentException(literal, notALiteral);
        }
    }
}
