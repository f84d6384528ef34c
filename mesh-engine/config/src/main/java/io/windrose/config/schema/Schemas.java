package io.windrose.config.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// The schemas that this program has, each read when it is first asked for.
public final class Schemas {
    private static final String NETWORKING = "networking.istio.io/";
    private static final String SECURITY = "security.istio.io/";
    private static final String GATEWAY_API = "gateway.networking.k8s.io/";
    private static final String WEBHOOKS = "admissionregistration.k8s.io/";
    private static final String MONITORING = "monitoring.coreos.com/";
    private static final String EXTENSIONS = "extensions.istio.io/";

    /// The file of the kind that holds the mesh's settings too.
    private static final String OPERATOR = "istio-operator";

    /// The file of each `group/Kind`.
    private static final Map<String, String> FILES = files();

    /// The file of each `group/version/Kind` whose version is judged by rules of its own.
    private static final Map<String, String> OLDER_FILES =
            Map.of(
                    GATEWAY_API + "v1alpha2/TCPRoute", "tcp-route-v1alpha2",
                    GATEWAY_API + "v1alpha2/TLSRoute", "tls-route-v1alpha2");

    /// By file. Whoever validates may do so on any thread; a schema that two threads read at once
    /// is read once.
    private static final ConcurrentMap<String, KindSchema> READ = new ConcurrentHashMap<>();

    private Schemas() {}

    private static Map<String, String> files() {
        var files = new TreeMap<String, String>();
        files.put(NETWORKING + "DestinationRule", "destination-rule");
        files.put(NETWORKING + "EnvoyFilter", "envoy-filter");
        files.put(NETWORKING + "Gateway", "gateway");
        files.put(NETWORKING + "ProxyConfig", "proxy-config");
        files.put(NETWORKING + "ServiceEntry", "service-entry");
        files.put(NETWORKING + "Sidecar", "sidecar");
        files.put(NETWORKING + "VirtualService", "virtual-service");
        files.put(NETWORKING + "WorkloadEntry", "workload-entry");
        files.put(NETWORKING + "WorkloadGroup", "workload-group");
        files.put(SECURITY + "AuthorizationPolicy", "authorization-policy");
        files.put(SECURITY + "PeerAuthentication", "peer-authentication");
        files.put(SECURITY + "RequestAuthentication", "request-authentication");
        files.put("install.istio.io/IstioOperator", OPERATOR);
        files.put("telemetry.istio.io/Telemetry", "telemetry");
        files.put(EXTENSIONS + "TrafficExtension", "traffic-extension");
        files.put(EXTENSIONS + "WasmPlugin", "wasm-plugin");
        files.put(GATEWAY_API + "BackendTLSPolicy", "backend-tls-policy");
        files.put(GATEWAY_API + "Gateway", "kubernetes-gateway");
        files.put(GATEWAY_API + "GatewayClass", "gateway-class");
        files.put(GATEWAY_API + "GRPCRoute", "grpc-route");
        files.put(GATEWAY_API + "HTTPRoute", "http-route");
        files.put(GATEWAY_API + "ListenerSet", "listener-set");
        files.put(GATEWAY_API + "ReferenceGrant", "reference-grant");
        files.put(GATEWAY_API + "TCPRoute", "tcp-route");
        files.put(GATEWAY_API + "TLSRoute", "tls-route");
        files.put("LimitRange", "limit-range");
        files.put("ResourceQuota", "resource-quota");
        files.put("autoscaling/HorizontalPodAutoscaler", "horizontal-pod-autoscaler");
        files.put("policy/PodDisruptionBudget", "pod-disruption-budget");
        files.put(MONITORING + "PodMonitor", "pod-monitor");
        files.put(MONITORING + "PrometheusRule", "prometheus-rule");
        files.put(MONITORING + "ServiceMonitor", "service-monitor");
        files.put(WEBHOOKS + "MutatingWebhookConfiguration", "mutating-webhook-configuration");
        files.put(WEBHOOKS + "ValidatingWebhookConfiguration", "validating-webhook-configuration");
        return files;
    }

    /// @param apiVersion `group/version`, or the version alone for Kubernetes' core group
    /// @return empty for a kind, or a version of it, that has no schema here
    public static Optional<KindSchema> of(String apiVersion, String kind) {
        int slash = apiVersion.lastIndexOf('/');
        var version = apiVersion.substring(slash + 1);
        return schema(OLDER_FILES.get(apiVersion + "/" + kind))
                .or(() -> of(apiVersion.substring(0, slash + 1) + kind))
                .filter(schema -> schema.versions().contains(version));
    }

    /// @param name `group/Kind`, or the kind alone for the core group
    public static Optional<KindSchema> of(String name) {
        return schema(FILES.get(name));
    }

    private static Optional<KindSchema> schema(@Nullable String file) {
        return Optional.ofNullable(file).map(one -> READ.computeIfAbsent(one, Schemas::read));
    }

    /// `group/Kind` of all, in the order of the alphabet.
    public static Set<String> names() {
        return new TreeSet<>(FILES.keySet());
    }

    private static KindSchema read(String name) {
        var file = name + ".yaml";
        var shared = name.equals(OPERATOR) ? Shared.MESH : Shared.KINDS;
        return new SchemaReader(file, text(file), Optional.of(shared)).kind();
    }

    /// What the ConfigMap `istio` holds in `mesh`.
    public static SettingsSchema meshConfig() {
        return new SettingsSchema(Shared.MESH.section("meshConfig"));
    }

    /// What the ConfigMap `istio` holds in `meshNetworks`.
    public static SettingsSchema meshNetworks() {
        return new SettingsSchema(Shared.MESH.section("meshNetworks"));
    }

    private static String text(String file) {
        try (var input = Schemas.class.getResourceAsStream(file)) {
            if (input == null) {
                throw new IllegalStateException("no resource " + file);
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static final class Shared {
        static final SchemaReader DEFINITIONS =
                new SchemaReader("definitions.yaml", text("definitions.yaml"), Optional.empty())
                        .whole();
        static final SchemaReader MESH =
                new SchemaReader(
                                "mesh-config.yaml",
                                text("mesh-config.yaml"),
                                Optional.of(DEFINITIONS))
                        .whole();
        static final SchemaReader GATEWAY_API =
                new SchemaReader(
                                "gateway-api.yaml",
                                text("gateway-api.yaml"),
                                Optional.of(DEFINITIONS))
                        .whole();
        static final SchemaReader KINDS =
                new SchemaReader(
                                "monitoring.yaml",
                                text("monitoring.yaml"),
                                Optional.of(GATEWAY_API))
                        .whole();
    }
}
