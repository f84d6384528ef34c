package io.windrose.proxy;

import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.windrose.proxy.done.LocalNode;
import io.windrose.proxy.done.PeerMetadata;
import io.windrose.telemetry.WorkloadLabels;
import java.util.HashMap;
import java.util.Map;

/// What a node's metadata says of the workload, under Istio's names. Absent texts are empty.
record NodeMetadata(Node node) {

    String text(String key) {
        return node.getMetadata()
                .getFieldsOrDefault(key, Value.getDefaultInstance())
                .getStringValue();
    }

    Map<String, String> labels() {
        var labels = new HashMap<String, String>();
        node.getMetadata()
                .getFieldsOrDefault("LABELS", Value.getDefaultInstance())
                .getStructValue()
                .getFieldsMap()
                .forEach((name, value) -> labels.put(name, value.getStringValue()));
        return labels;
    }

    /// For metrics.
    WorkloadLabels workload() {
        return WorkloadLabels.of(
                text("WORKLOAD_NAME"), text("NAMESPACE"), text("CLUSTER_ID"), labels());
    }

    /// For peers.
    LocalNode local() {
        var labels = labels();
        var workload = workload();
        return new LocalNode(
                node.getId(),
                new PeerMetadata(
                        text("NAME"),
                        text("NAMESPACE"),
                        text("WORKLOAD_NAME"),
                        text("CLUSTER_ID"),
                        workload.canonicalService(),
                        workload.canonicalRevision(),
                        labels.getOrDefault("app", ""),
                        labels.getOrDefault("version", ""),
                        ""));
    }
}
