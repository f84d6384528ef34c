package io.windrose.topology.traffic;

/// How a connection was secured, as the destination saw it; sources cannot tell.
public enum PeerSecurity {
    MUTUAL_TLS,
    NONE,
    UNKNOWN;

    /// @param label the value of the label `connection_security_policy`
    public static PeerSecurity of(String label) {
        return switch (label) {
            case "mutual_tls" -> MUTUAL_TLS;
            case "none" -> NONE;
            default -> UNKNOWN;
        };
    }
}
