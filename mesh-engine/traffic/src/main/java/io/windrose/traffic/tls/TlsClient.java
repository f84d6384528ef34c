package io.windrose.traffic.tls;

/// How a host of a cluster is spoken to over TLS.
///
/// @param sni empty when none is sent
/// @param maxSessionKeys how many sessions are kept for resumption; 0 for none
/// @param autoSni the request's host is sent as the server name
/// @param autoSanCheck the certificate must be for that host
public record TlsClient(
        TlsSettings settings,
        String sni,
        int maxSessionKeys,
        boolean autoSni,
        boolean autoSanCheck) {}
