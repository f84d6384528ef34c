package io.windrose.traffic.tls;

import java.util.List;

/// What both ends of TLS have in common.
///
/// @param certificates ours; empty when we show none
/// @param peerNames one of them must match, unless there are none
/// @param alpn offered by a client, accepted by a server, in order of preference
/// @param ciphers in OpenSSL's names, for TLS 1.2; empty for the library's own choice
public record TlsSettings(
        List<CertificateSource> certificates,
        TrustSource trust,
        List<SanMatch> peerNames,
        List<String> alpn,
        TlsVersion lowest,
        TlsVersion highest,
        List<String> ciphers) {

    public TlsSettings {
        certificates = List.copyOf(certificates);
        peerNames = List.copyOf(peerNames);
        alpn = List.copyOf(alpn);
        ciphers = List.copyOf(ciphers);
    }
}
