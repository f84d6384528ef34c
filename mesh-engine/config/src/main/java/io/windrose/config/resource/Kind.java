package io.windrose.config.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The kinds of object that this program reads, each with its group and the versions of it that are
/// one model here.
public enum Kind {
    AUTHORIZATION_POLICY(AuthorizationPolicy.class, "security.istio.io"),
    DEPLOYMENT(Deployment.class, "apps"),
    DESTINATION_RULE(DestinationRule.class, "networking.istio.io"),
    ENDPOINT_SLICE(EndpointSlice.class, "discovery.k8s.io"),
    GATEWAY(Gateway.class, "networking.istio.io"),
    ENDPOINTS(KubeEndpoints.class, ""),
    NAMESPACE(KubeNamespace.class, ""),
    SERVICE(KubeService.class, ""),
    SERVICE_ACCOUNT(KubeServiceAccount.class, ""),
    MESH_CONFIG(MeshConfig.class, ""),
    PEER_AUTHENTICATION(PeerAuthentication.class, "security.istio.io"),
    POD(Pod.class, ""),
    SERVICE_ENTRY(ServiceEntry.class, "networking.istio.io"),
    SIDECAR(Sidecar.class, "networking.istio.io"),
    SECRET(TlsSecret.class, ""),
    VIRTUAL_SERVICE(VirtualService.class, "networking.istio.io"),
    WORKLOAD_ENTRY(WorkloadEntry.class, "networking.istio.io");

    private static final Map<Class<?>, Kind> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(kind -> kind.type, kind -> kind));

    private final Class<? extends Resource> type;
    private final String group;

    Kind(Class<? extends Resource> type, String group) {
        this.type = type;
        this.group = group;
    }

    public static Kind of(Class<? extends Resource> type) {
        var kind = BY_TYPE.get(type);
        if (kind == null) {
            throw new IllegalArgumentException("no kind for " + type);
        }
        return kind;
    }

    /// @param apiVersion `group/version`, or the version alone for Kubernetes' core group
    public static Optional<Kind> of(String apiVersion, String kindName) {
        return Arrays.stream(values())
                .filter(kind -> kind.kindName().equals(kindName) && kind.serves(apiVersion))
                .findFirst();
    }

    /// Empty for Kubernetes' core group.
    public String group() {
        return group;
    }

    /// The name in YAML's `kind`.
    public String kindName() {
        return switch (this) {
            case ENDPOINTS -> "Endpoints";
            case NAMESPACE -> "Namespace";
            case SERVICE -> "Service";
            case SERVICE_ACCOUNT -> "ServiceAccount";
            case MESH_CONFIG -> "ConfigMap";
            case SECRET -> "Secret";
            default -> type.getSimpleName();
        };
    }

    public boolean namespaced() {
        return this != NAMESPACE;
    }

    private boolean serves(String apiVersion) {
        return versions().stream()
                .map(version -> group.isEmpty() ? version : group + "/" + version)
                .anyMatch(apiVersion::equals);
    }

    private List<String> versions() {
        return switch (group) {
            case "networking.istio.io" -> List.of("v1", "v1beta1", "v1alpha3");
            case "security.istio.io" -> List.of("v1", "v1beta1");
            default -> List.of("v1");
        };
    }
}
