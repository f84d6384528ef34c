package io.windrose.controlplane.access;

import io.windrose.identity.SpiffeId;

/// Who is on the other end, as far as it has been proved.
public sealed interface Caller {

    /// One workload, which may act for itself only.
    record Workload(SpiffeId id) implements Caller {}

    /// Whoever runs this mesh: may see everything and act for every workload.
    record Operator() implements Caller {}
}
