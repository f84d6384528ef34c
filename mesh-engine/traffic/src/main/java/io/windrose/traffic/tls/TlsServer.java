package io.windrose.traffic.tls;

/// How a filter chain answers a TLS client.
///
/// @param requireClientCertificate a client without one is refused
/// @param sessionTickets whether sessions can be resumed without state of ours
public record TlsServer(
        TlsSettings settings, boolean requireClientCertificate, boolean sessionTickets) {}
