package io.windrose.conformance.analysis;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.windrose.kernel.Result;
import io.windrose.registry.MeshSnapshot;
import io.windrose.runtime.ResourceSet;
import io.windrose.runtime.RuntimeBuilder;
import io.windrose.traffic.RuntimeSnapshot;
import io.windrose.translate.Translator;
import io.windrose.translate.XdsResource;
import io.windrose.translate.XdsResources;
import io.windrose.translate.XdsType;
import io.windrose.translate.scope.ProxyNode;
import io.windrose.translate.scope.ProxyScope;
import java.util.Map;
import java.util.TreeMap;

/// What a proxy serves that our control plane has sent everything.
final class AskedProxy {
    private AskedProxy() {}

    /// @param kind `sidecar` or `router`
    /// @param labels of its Pod
    static RuntimeSnapshot of(
            MeshSnapshot mesh,
            String kind,
            String pod,
            String namespace,
            String address,
            Map<String, String> labels) {
        var metadata =
                Struct.newBuilder()
                        .putFields("NAME", text(pod))
                        .putFields("NAMESPACE", text(namespace))
                        .putFields("INSTANCE_IPS", text(address))
                        .putFields("CLUSTER_ID", text("Kubernetes"))
                        .putFields("MESH_ID", text("cluster.local"))
                        .putFields("ISTIO_VERSION", text("1.32.0"))
                        .putFields("SERVICE_ACCOUNT", text("default"))
                        .putFields("WORKLOAD_NAME", text(pod));
        var words = Struct.newBuilder();
        labels.forEach((key, value) -> words.putFields(key, text(value)));
        metadata.putFields("LABELS", Value.newBuilder().setStructValue(words).build());
        var node =
                Node.newBuilder()
                        .setId(
                                "%s~%s~%s.%s~%s.svc.cluster.local"
                                        .formatted(kind, address, pod, namespace, namespace))
                        .setMetadata(metadata)
                        .build();
        var update = new RuntimeBuilder().apply(resources(mesh, node));
        if (!update.rejections().isEmpty()) {
            throw new AssertionError(update.rejections().toString());
        }
        return update.snapshot();
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    private static ResourceSet resources(MeshSnapshot mesh, Node node) {
        var sent = Translator.resources(ProxyScope.of(mesh, scope(node)));
        return new ResourceSet(
                unpacked(sent, XdsType.LDS, Listener.class),
                unpacked(sent, XdsType.RDS, RouteConfiguration.class),
                unpacked(sent, XdsType.CDS, Cluster.class),
                unpacked(sent, XdsType.EDS, ClusterLoadAssignment.class));
    }

    private static ProxyNode scope(Node node) {
        return switch (ProxyNode.of(node)) {
            case Result.Ok<ProxyNode>(var value, _) -> value;
            case Result.Err<ProxyNode>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    private static <M extends Message> Map<String, M> unpacked(
            XdsResources sent, XdsType type, Class<M> shape) {
        var all = new TreeMap<String, M>();
        for (XdsResource one : sent.of(type).values()) {
            try {
                all.put(one.name(), one.body().unpack(shape));
            } catch (InvalidProtocolBufferException fault) {
                throw new AssertionError(fault);
            }
        }
        return all;
    }
}
