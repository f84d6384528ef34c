package io.windrose.traffic.tls;

/// A secret that somebody has to ask for.
///
/// @param server the cluster whose SDS service knows it; empty for the aggregated stream
public record SecretName(String name, String server) {}
