package io.windrose.config.schema;

import io.windrose.config.syntax.Addresses;
import io.windrose.config.syntax.Names;
import java.util.Optional;

/// Where a workload listens: an IP address, a host, or a unix socket.
final class WorkloadAddress {
    static final String UNIX = "unix://";

    private WorkloadAddress() {}

    static Optional<String> problem(String address) {
        if (!address.startsWith(UNIX)) {
            return address.isEmpty() || Addresses.isAddress(address)
                    ? Optional.empty()
                    : Names.hostProblem(address);
        }
        var path = address.substring(UNIX.length());
        if (!path.startsWith("/") && !path.startsWith("@")) {
            return Optional.of("A unix socket is an absolute path, or an abstract name after `@`.");
        }
        return path.endsWith("/")
                ? Optional.of("A unix socket is not a directory.")
                : Optional.empty();
    }
}
