package io.windrose.config.resource;

import java.util.List;
import java.util.Optional;

/// One instance of a workload.
///
/// @param controller the object that made it, usually a ReplicaSet
/// @param ips empty before one is assigned
/// @param phase e.g. `Running`; empty when unknown
/// @param ready as its condition says
public record Pod(
        ObjectMeta meta,
        Origin origin,
        PodSpec spec,
        Optional<ObjectRef> controller,
        List<String> ips,
        String phase,
        boolean ready)
        implements Resource {

    public Pod {
        ips = List.copyOf(ips);
    }
}
