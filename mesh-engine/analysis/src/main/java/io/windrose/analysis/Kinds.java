package io.windrose.analysis;

import io.windrose.config.schema.KindSchema;
import io.windrose.config.schema.Schemas;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import java.util.Set;

/// Names of kinds: `group/Kind`, or the kind alone in Kubernetes' core group.
public final class Kinds {
    public static final String AUTHORIZATION_POLICY = "security.istio.io/AuthorizationPolicy";

    /// What a cluster is, beside its objects, written by whoever reads a live one: `version` of its
    /// API server, the kinds that it `refused`, when it was read (`readAt`), and `fromVersion` of
    /// the Istio that it comes from.
    public static final String CLUSTER = "windrose.io/Cluster";

    public static final String CUSTOM_RESOURCE_DEFINITION =
            "apiextensions.k8s.io/CustomResourceDefinition";
    public static final String DEPLOYMENT = "apps/Deployment";
    public static final String DESTINATION_RULE = "networking.istio.io/DestinationRule";
    public static final String ENVOY_FILTER = "networking.istio.io/EnvoyFilter";
    public static final String GATEWAY = "networking.istio.io/Gateway";
    public static final String GRPC_ROUTE = "gateway.networking.k8s.io/GRPCRoute";
    public static final String HTTP_ROUTE = "gateway.networking.k8s.io/HTTPRoute";
    public static final String KUBERNETES_GATEWAY = "gateway.networking.k8s.io/Gateway";
    public static final String MUTATING_WEBHOOKS =
            "admissionregistration.k8s.io/MutatingWebhookConfiguration";
    public static final String NAMESPACE = "Namespace";
    public static final String NODE = "Node";
    public static final String PEER_AUTHENTICATION = "security.istio.io/PeerAuthentication";
    public static final String POD = "Pod";
    public static final String REFERENCE_GRANT = "gateway.networking.k8s.io/ReferenceGrant";
    public static final String REQUEST_AUTHENTICATION = "security.istio.io/RequestAuthentication";
    public static final String SECRET = "Secret";
    public static final String SERVICE = "Service";
    public static final String SERVICE_ACCOUNT = "ServiceAccount";
    public static final String SERVICE_ENTRY = "networking.istio.io/ServiceEntry";
    public static final String SIDECAR = "networking.istio.io/Sidecar";
    public static final String TELEMETRY = "telemetry.istio.io/Telemetry";

    /// What was observed: `calls`, each of a `workload` of a `namespace` to a `host`.
    public static final String TRAFFIC = "windrose.io/Traffic";

    public static final String VALIDATING_WEBHOOKS =
            "admissionregistration.k8s.io/ValidatingWebhookConfiguration";
    public static final String VIRTUAL_SERVICE = "networking.istio.io/VirtualService";
    public static final String WASM_PLUGIN = "extensions.istio.io/WasmPlugin";
    public static final String WORKLOAD_ENTRY = "networking.istio.io/WorkloadEntry";
    public static final String WORKLOAD_GROUP = "networking.istio.io/WorkloadGroup";

    /// Those without a namespace that have no schema here.
    private static final Set<String> CLUSTER_WIDE =
            Set.of(
                    CLUSTER,
                    TRAFFIC,
                    CUSTOM_RESOURCE_DEFINITION,
                    NAMESPACE,
                    NODE,
                    "PersistentVolume",
                    "rbac.authorization.k8s.io/ClusterRole",
                    "rbac.authorization.k8s.io/ClusterRoleBinding",
                    "storage.k8s.io/StorageClass");

    private Kinds() {}

    /// Empty for what is no object.
    static String of(ConfigTree object) {
        var apiVersion = text(object, "apiVersion");
        return apiVersion.substring(0, apiVersion.lastIndexOf('/') + 1) + text(object, "kind");
    }

    private static String text(ConfigTree object, String key) {
        return object instanceof Mapping mapping
                        && mapping.get(key).orElse(mapping) instanceof Scalar scalar
                ? scalar.text()
                : "";
    }

    static boolean namespaced(String kind) {
        return !CLUSTER_WIDE.contains(kind)
                && Schemas.of(kind).map(KindSchema::namespaced).orElse(true);
    }
}
