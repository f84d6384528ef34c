package io.windrose.config.resource;

/// @param name that of the service's port; empty where it has none
/// @param protocol `TCP`, `UDP` or `SCTP`
/// @param appProtocol empty when not declared
public record EndpointPort(String name, int port, String protocol, String appProtocol) {}
