package io.windrose.config.resource;

/// A workload instance outside Kubernetes as an object of its own, for service entries to select.
public record WorkloadEntry(ObjectMeta meta, Origin origin, WorkloadSpec spec)
        implements Resource {}
