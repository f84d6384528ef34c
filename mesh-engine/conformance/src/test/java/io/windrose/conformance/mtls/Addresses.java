package io.windrose.conformance.mtls;

import java.net.InetSocketAddress;

/// Loopback addresses that belong to this process alone, so that tests which run at the same time
/// on one machine do not meet.
///
/// @param prefix the first three numbers
public record Addresses(String prefix) {
    /// The service port of `called`, which is its pod's port too.
    public static final int PORT = 8_000;

    static Addresses ofThisProcess() {
        long pid = ProcessHandle.current().pid();
        return new Addresses("127." + (64 + (pid >> 8) % 128) + "." + (pid & 255));
    }

    /// Where the caller's proxy takes requests for `called`.
    public InetSocketAddress callerOutbound() {
        return at(1);
    }

    /// Where the proxy of `called` takes what comes for it.
    public InetSocketAddress calledInbound() {
        return at(2);
    }

    InetSocketAddress calledOutbound() {
        return at(3);
    }

    InetSocketAddress relay() {
        return at(4);
    }

    private InetSocketAddress at(int last) {
        return new InetSocketAddress(prefix + "." + last, PORT);
    }
}
