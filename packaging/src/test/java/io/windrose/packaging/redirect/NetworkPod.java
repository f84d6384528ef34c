package io.windrose.packaging.redirect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A network namespace of the test's own, with loopback and one end of a cable.
///
/// @param name of the namespace, and of the cable's end in it
/// @param address on the cable
/// @param ip the program `ip`
record NetworkPod(String name, String address, Path ip) implements AutoCloseable {

    static NetworkPod create(Path ip, String name, String address)
            throws IOException, InterruptedException {
        var pod = new NetworkPod(name, address, ip);
        run(List.of(ip.toString(), "netns", "add", name));
        return pod;
    }

    /// Joins two pods, and makes each the other's way to everything else.
    void connect(NetworkPod other) throws IOException, InterruptedException {
        run(
                List.of(
                        ip.toString(),
                        "link",
                        "add",
                        name,
                        "netns",
                        name,
                        "type",
                        "veth",
                        "peer",
                        "name",
                        other.name,
                        "netns",
                        other.name));
        up(other);
        other.up(this);
        routeBy(other);
        other.routeBy(this);
    }

    private void up(NetworkPod other) throws IOException, InterruptedException {
        run(inside("ip", "link", "set", "lo", "up"));
        run(inside("ip", "address", "add", address, "peer", other.address, "dev", name));
        run(inside("ip", "link", "set", name, "up"));
        run(inside("sh", "-c", "echo 1 >/proc/sys/net/ipv4/conf/all/route_localnet"));
    }

    private void routeBy(NetworkPod other) throws IOException, InterruptedException {
        run(inside("ip", "route", "add", "default", "via", other.address, "dev", name));
    }

    /// A command that runs in the namespace.
    List<String> inside(String... command) {
        var whole = new ArrayList<>(List.of(ip.toString(), "netns", "exec", name));
        whole.addAll(List.of(command));
        return whole;
    }

    @Override
    public void close() throws IOException {
        try {
            run(List.of(ip.toString(), "netns", "delete", name));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return what it printed
    static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + output);
        }
        return output;
    }
}
