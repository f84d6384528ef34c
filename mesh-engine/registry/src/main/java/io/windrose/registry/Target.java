package io.windrose.registry;

/// An endpoint, seen from its own workload: the port of the service that it serves.
public record Target(Service service, ServicePort port, Endpoint endpoint) {}
