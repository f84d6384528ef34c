package io.windrose.traffic.cluster;

/// The service that a cluster stands for, as Istio's metrics name it.
public record ServiceName(String host, String name, String namespace) {}
