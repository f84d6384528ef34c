package io.windrose.registry;

/// A port of a service.
///
/// @param number what clients connect to
/// @param name as in the YAML; may be empty for the only port of a Kubernetes Service
/// @param targetPort what the workloads listen on where an endpoint does not say otherwise
public record ServicePort(int number, String name, Protocol protocol, int targetPort) {}
