package io.windrose.config.resource;

import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A workload that keeps a number of equal pods.
public record Deployment(
        ObjectMeta meta,
        Origin origin,
        int replicas,
        Selector selector,
        Labels podLabels,
        SortedMap<String, String> podAnnotations,
        PodSpec podSpec)
        implements Resource {

    public Deployment {
        podAnnotations = Collections.unmodifiableSortedMap(new TreeMap<>(podAnnotations));
    }
}
