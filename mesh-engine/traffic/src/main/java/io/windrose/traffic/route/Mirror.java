package io.windrose.traffic.route;

import io.windrose.traffic.match.Fraction;

/// A copy of requests that goes elsewhere; nobody waits for its answer.
///
/// @param shadowSuffix whether the copy's host ends in `-shadow`
public record Mirror(String cluster, Fraction share, boolean shadowSuffix) {
    private static final String SUFFIX = "-shadow";

    /// The authority of the copy: the suffix goes before a port.
    public String authority(String original) {
        if (!shadowSuffix) {
            return original;
        }
        int port = Authority.portStart(original);
        return port < 0
                ? original + SUFFIX
                : original.substring(0, port) + SUFFIX + original.substring(port);
    }
}
