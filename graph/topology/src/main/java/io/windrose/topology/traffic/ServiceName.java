package io.windrose.topology.traffic;

/// The service that a request was addressed to; parts may be empty or `unknown`.
///
/// @param host the label `destination_service`: a host name, or `IP:port` outside the mesh
/// @param name the label `destination_service_name`: the short name, or a special cluster
public record ServiceName(String host, String name, String namespace) {}
