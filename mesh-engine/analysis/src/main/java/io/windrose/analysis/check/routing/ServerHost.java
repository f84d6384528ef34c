package io.windrose.analysis.check.routing;

import io.windrose.analysis.Node;
import io.windrose.kernel.Hostname;

/// A host of a gateway's server: `host` or `namespace/host`.
///
/// @param namespace whose routes may use it; `*` for all
record ServerHost(String namespace, Hostname host) {

    /// `.` is the gateway's own namespace.
    static ServerHost of(Node written) {
        var text = written.text();
        int slash = text.indexOf('/');
        var namespace = slash < 0 ? "*" : text.substring(0, slash);
        return new ServerHost(
                namespace.equals(".") ? written.object().namespace() : namespace,
                new Hostname(text.substring(slash + 1)));
    }

    boolean isFor(String other) {
        return namespace.equals("*") || namespace.equals(other);
    }

    boolean meets(ServerHost other) {
        return isFor(other.namespace) || other.namespace.equals("*");
    }
}
