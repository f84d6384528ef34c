package io.windrose.translate.listener;

import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.windrose.config.resource.PeerAuthentication.Mode;
import io.windrose.registry.Protocol;
import java.util.List;

/// Which of the connections to one port of a workload a filter chain takes, and what it makes of
/// them.
///
/// @param applicationProtocols ALPN names, or what the HTTP inspector found; empty takes all
/// @param transport [#TLS] or [#PLAINTEXT]
/// @param terminatesTls whether mutual TLS of the mesh ends here; else bytes are taken as they come
/// @param http whether requests are read, or bytes passed on
record ChainMatch(
        List<String> applicationProtocols, String transport, boolean terminatesTls, boolean http) {
    static final String TLS = "tls";
    static final String PLAINTEXT = "raw_buffer";

    /// What the HTTP inspector detects in plaintext.
    static final List<String> PLAINTEXT_HTTP = List.of("http/1.1", "h2c");

    private static final List<String> MESH_HTTP =
            List.of("istio-http/1.0", "istio-http/1.1", "istio-h2");
    private static final List<String> MESH_TCP = List.of("istio-peer-exchange", "istio");
    static final List<String> MESH =
            List.of("istio", "istio-peer-exchange", "istio-http/1.0", "istio-http/1.1", "istio-h2");

    /// The chains of a port.
    ///
    /// ```
    ///              sniffed                           HTTP             TCP
    /// PERMISSIVE   mesh HTTP, plain HTTP, mesh TCP,  mesh, plaintext  mesh, other TLS,
    ///              plaintext, other TLS                               plaintext
    /// STRICT       mesh HTTP, TLS                    TLS              TLS
    /// DISABLE      plain HTTP, plaintext             plaintext        plaintext
    /// ```
    ///
    /// @param mode never `UNSET`, which the registry has resolved
    /// @see <a href="https://github.com/istio/istio">Istio</a>
    ///   `pilot/pkg/networking/core/filterchain_options.go`
    static List<ChainMatch> of(Mode mode, Protocol protocol) {
        if (protocol == Protocol.SNIFFED) {
            return sniffed(mode);
        }
        return declared(mode, protocol.isHttp());
    }

    private static List<ChainMatch> sniffed(Mode mode) {
        var meshHttp = new ChainMatch(MESH_HTTP, TLS, true, true);
        var plainHttp = new ChainMatch(PLAINTEXT_HTTP, PLAINTEXT, false, true);
        var plainTcp = new ChainMatch(List.of(), PLAINTEXT, false, false);
        return switch (mode) {
            case UNSET, PERMISSIVE ->
                    List.of(
                            meshHttp,
                            plainHttp,
                            new ChainMatch(MESH_TCP, TLS, true, false),
                            plainTcp,
                            new ChainMatch(List.of(), TLS, false, false));
            case STRICT -> List.of(meshHttp, new ChainMatch(List.of(), TLS, true, false));
            case DISABLE -> List.of(plainHttp, plainTcp);
        };
    }

    private static List<ChainMatch> declared(Mode mode, boolean http) {
        var mesh = new ChainMatch(MESH, TLS, true, http);
        var plaintext = new ChainMatch(List.of(), PLAINTEXT, false, http);
        return switch (mode) {
            case UNSET, PERMISSIVE ->
                    http
                            ? List.of(mesh, plaintext)
                            : List.of(
                                    mesh, new ChainMatch(List.of(), TLS, false, false), plaintext);
            case STRICT -> List.of(new ChainMatch(List.of(), TLS, true, http));
            case DISABLE -> List.of(plaintext);
        };
    }

    /// @param destinationPort the original destination's, 0 for any
    FilterChainMatch at(int destinationPort) {
        var match =
                FilterChainMatch.newBuilder()
                        .addAllApplicationProtocols(applicationProtocols)
                        .setTransportProtocol(transport);
        if (destinationPort != 0) {
            match.getDestinationPortBuilder().setValue(destinationPort);
        }
        return match.build();
    }
}
