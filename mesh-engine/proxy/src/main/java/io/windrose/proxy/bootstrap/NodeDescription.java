package io.windrose.proxy.bootstrap;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.BuildVersion;
import io.envoyproxy.envoy.config.core.v3.Extension;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.type.v3.SemanticVersion;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.Map;
import java.util.TreeMap;

/// Who a proxy says it is, in the terms of Istio's node metadata.
///
/// @param id `sidecar~10.0.0.1~reviews-v1-7d9c5b4f6-abcde.default~default.svc.cluster.local`
/// @param metadata further texts under Istio's names, such as `SERVICE_ACCOUNT`,
///   `INTERCEPTION_MODE`; they win over what follows from the id
/// @see <a href="https://github.com/istio/istio">Istio</a> `pkg/model/proxy.go` for the names
public record NodeDescription(String id, Map<String, String> labels, Map<String, String> metadata) {
    private static final String USER_AGENT = "windrose";
    private static final int MAJOR = 0;
    private static final int MINOR = 1;

    /// The version of Istio whose configuration this proxy reads.
    private static final String ISTIO_VERSION = "1.30.0";

    public NodeDescription {
        labels = Map.copyOf(labels);
        metadata = Map.copyOf(metadata);
    }

    /// A problem when the id is not of Istio's form.
    public Result<Node> node() {
        var parts = id.split("~", -1);
        int dot = parts.length == 4 ? parts[2].lastIndexOf('.') : -1;
        if (dot < 1) {
            return Result.err(
                    Problem.error(
                            "MESH1307",
                            Place.NOWHERE,
                            "'%s' is no node id: write type~ip~pod.namespace~dnsDomain"
                                    .formatted(id)));
        }
        var pod = parts[2].substring(0, dot);
        var namespace = parts[2].substring(dot + 1);
        var all = new TreeMap<String, String>();
        all.put("NAME", pod);
        all.put("NAMESPACE", namespace);
        all.put("INSTANCE_IPS", parts[1]);
        all.put("CLUSTER_ID", "Kubernetes");
        all.put("MESH_ID", "cluster.local");
        all.put("INTERCEPTION_MODE", "NONE");
        all.put("ISTIO_VERSION", ISTIO_VERSION);
        all.put("WORKLOAD_NAME", pod);
        all.putAll(metadata);
        var app = labels.getOrDefault("app", all.getOrDefault("WORKLOAD_NAME", pod));
        return Result.ok(
                known().setId(id)
                        .setCluster(app + "." + namespace)
                        .setMetadata(struct(all))
                        .build());
    }

    /// The same node with what this program is and knows: its name, version and the filters of
    /// Istio's own that it has.
    public static Node introduced(Node node) {
        return known().mergeFrom(node).build();
    }

    private static Node.Builder known() {
        var node =
                Node.newBuilder()
                        .setUserAgentName(USER_AGENT)
                        .setUserAgentBuildVersion(
                                BuildVersion.newBuilder()
                                        .setVersion(
                                                SemanticVersion.newBuilder()
                                                        .setMajorNumber(MAJOR)
                                                        .setMinorNumber(MINOR)));
        KnownExtensions.BY_CATEGORY.forEach((category, names) ->
                names.forEach(name ->
                        node.addExtensions(
                                Extension.newBuilder().setName(name).setCategory(category))));
        return node;
    }

    private Struct struct(Map<String, String> texts) {
        var struct = Struct.newBuilder();
        texts.forEach((name, value) ->
                struct.putFields(name, Value.newBuilder().setStringValue(value).build()));
        var labelled = Struct.newBuilder();
        new TreeMap<>(labels)
                .forEach((name, value) ->
                        labelled.putFields(name, Value.newBuilder().setStringValue(value).build()));
        struct.putFields("LABELS", Value.newBuilder().setStructValue(labelled).build());
        return struct.build();
    }
}
