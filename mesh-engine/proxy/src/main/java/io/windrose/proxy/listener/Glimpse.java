package io.windrose.proxy.listener;

import java.util.List;

/// What the first bytes of a connection give away.
///
/// @param transport `tls` or `raw_buffer`
/// @param serverName from a TLS ClientHello, lower case; empty when there is none
/// @param protocols the ALPN offer, or the HTTP version that was seen
record Glimpse(String transport, String serverName, List<String> protocols) {
    static final Glimpse NOTHING = new Glimpse("raw_buffer", "", List.of());

    static Glimpse http(String version) {
        return new Glimpse("raw_buffer", "", List.of(version));
    }

    static Glimpse tls(String serverName, List<String> alpn) {
        return new Glimpse("tls", serverName, alpn);
    }
}
