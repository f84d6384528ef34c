package io.windrose.proxy.done;

/// What one TLS connection established; computed once per connection, at the end of the handshake.
///
/// @param version e.g. `TLSv1.3`; empty on a plaintext connection
/// @param localUri our certificate's URI SAN, e.g. `spiffe://cluster.local/ns/default/sa/ratings`;
///   empty without certificate
/// @param peerUri the peer's URI SAN; empty without certificate
/// @param peerDns the peer's DNS SANs joined by commas
/// @param peerSubject RFC 2253, as `x-forwarded-client-cert` writes it
/// @param peerHash SHA-256 of the peer's leaf, lower-case hex
/// @param alpn the negotiated protocol; empty when none was
public record TlsFacts(
        String version,
        String cipher,
        String localUri,
        String peerUri,
        String peerDns,
        String peerSubject,
        String peerHash,
        String alpn) {

    public static final TlsFacts PLAINTEXT = new TlsFacts("", "", "", "", "", "", "", "");

    public boolean encrypted() {
        return !version.isEmpty();
    }

    /// Istio's `connection_security_policy="mutual_tls"`: both ends showed who they are.
    public boolean mutual() {
        return !localUri.isEmpty() && !peerUri.isEmpty();
    }

    /// The peer as authorization knows it: its URI SAN, else its DNS SANs, else its subject.
    public String peerPrincipal() {
        if (!peerUri.isEmpty()) {
            return peerUri;
        }
        return peerDns.isEmpty() ? peerSubject : peerDns;
    }
}
