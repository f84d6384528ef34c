package io.windrose.session.edit;

import io.windrose.config.schema.KindSchema;
import io.windrose.kernel.NamespacedName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What most objects of a kind have although no schema asks for it: paths with their values.
///
/// @param values by path, without the numbers of items; `NAME` and `NAMESPACE` are filled in as
///   values of their own, `<name>` within one
record Beginnings(Map<String, String> values) {
    private static final Map<String, String[]> USUAL =
            Map.ofEntries(
                    Map.entry(
                            "VirtualService",
                            pairs(
                                    "spec.hosts", "[NAME]",
                                    "spec.http.name", "everyone",
                                    "spec.http.route.destination.host", "NAME",
                                    "spec.http.route.weight", "100")),
                    Map.entry(
                            "DestinationRule",
                            pairs(
                                    "spec.host", "NAME",
                                    "spec.subsets.name", "v1",
                                    "spec.subsets.labels", "{version: v1}")),
                    Map.entry(
                            "networking.istio.io/Gateway",
                            pairs(
                                    "spec.selector", "{istio: ingressgateway}",
                                    "spec.servers.port.number", "80",
                                    "spec.servers.port.name", "http",
                                    "spec.servers.port.protocol", "HTTP",
                                    "spec.servers.hosts", "[\"*\"]")),
                    Map.entry(
                            "ServiceEntry",
                            pairs(
                                    "spec.hosts", "[api.example.com]",
                                    "spec.ports.number", "443",
                                    "spec.ports.name", "tls",
                                    "spec.ports.protocol", "TLS",
                                    "spec.resolution", "DNS",
                                    "spec.location", "MESH_EXTERNAL")),
                    Map.entry(
                            "Sidecar", pairs("spec.egress.hosts", "[\"./*\", \"istio-system/*\"]")),
                    Map.entry("WorkloadEntry", pairs("spec.address", "10.0.0.1")),
                    Map.entry(
                            "WorkloadGroup",
                            pairs(
                                    "spec.metadata.labels", "{app: NAME}",
                                    "spec.template.serviceAccount", "NAME")),
                    Map.entry(
                            "AuthorizationPolicy",
                            pairs(
                                    "spec.selector.matchLabels", "{app: NAME}",
                                    "spec.action", "ALLOW",
                                    "spec.rules.from.source.namespaces", "[NAMESPACE]")),
                    Map.entry("PeerAuthentication", pairs("spec.mtls.mode", "STRICT")),
                    Map.entry(
                            "RequestAuthentication",
                            pairs(
                                    "spec.selector.matchLabels", "{app: NAME}",
                                    "spec.jwtRules.issuer", "https://issuer.example.com",
                                    "spec.jwtRules.jwksUri",
                                            "https://issuer.example.com/.well-known/jwks.json")),
                    Map.entry("Telemetry", pairs("spec.tracing.randomSamplingPercentage", "1")),
                    Map.entry("ProxyConfig", pairs("spec.concurrency", "2")),
                    Map.entry(
                            "EnvoyFilter",
                            pairs(
                                    "spec.configPatches.applyTo", "CLUSTER",
                                    "spec.configPatches.match.context", "SIDECAR_OUTBOUND",
                                    "spec.configPatches.patch.operation", "MERGE",
                                    "spec.configPatches.patch.value", "{connect_timeout: 5s}")),
                    Map.entry(
                            "WasmPlugin", pairs("spec.url", "oci://registry.example.com/<name>:1")),
                    Map.entry(
                            "HTTPRoute",
                            pairs(
                                    "spec.parentRefs.name", "NAME",
                                    "spec.rules.backendRefs.name", "NAME",
                                    "spec.rules.backendRefs.port", "80")),
                    Map.entry(
                            "GRPCRoute",
                            pairs(
                                    "spec.parentRefs.name", "NAME",
                                    "spec.rules.backendRefs.name", "NAME",
                                    "spec.rules.backendRefs.port", "80")),
                    Map.entry(
                            "TCPRoute",
                            pairs(
                                    "spec.parentRefs.name", "NAME",
                                    "spec.rules.backendRefs.name", "NAME",
                                    "spec.rules.backendRefs.port", "80")),
                    Map.entry(
                            "TLSRoute",
                            pairs(
                                    "spec.hostnames", "[api.example.com]",
                                    "spec.parentRefs.name", "NAME",
                                    "spec.rules.backendRefs.name", "NAME",
                                    "spec.rules.backendRefs.port", "443")),
                    Map.entry(
                            "gateway.networking.k8s.io/Gateway",
                            pairs(
                                    "spec.gatewayClassName", "istio",
                                    "spec.listeners.name", "http",
                                    "spec.listeners.port", "80",
                                    "spec.listeners.protocol", "HTTP")),
                    Map.entry(
                            "GatewayClass",
                            pairs("spec.controllerName", "istio.io/gateway-controller")),
                    Map.entry(
                            "ListenerSet",
                            pairs(
                                    "spec.parentRef.name", "NAME",
                                    "spec.listeners.name", "http",
                                    "spec.listeners.port", "80",
                                    "spec.listeners.protocol", "HTTP")),
                    Map.entry(
                            "ReferenceGrant",
                            pairs(
                                    "spec.from.group", "gateway.networking.k8s.io",
                                    "spec.from.kind", "HTTPRoute",
                                    "spec.from.namespace", "NAMESPACE",
                                    "spec.to.group", "\"\"",
                                    "spec.to.kind", "Service")),
                    Map.entry(
                            "BackendTLSPolicy",
                            pairs(
                                    "spec.targetRefs.group", "\"\"",
                                    "spec.targetRefs.kind", "Service",
                                    "spec.targetRefs.name", "NAME",
                                    "spec.validation.hostname", "api.example.com",
                                    "spec.validation.wellKnownCACertificates", "System")));

    static Beginnings of(KindSchema schema, NamespacedName name) {
        var usual = USUAL.get(schema.kind());
        if (usual == null) {
            usual = USUAL.getOrDefault(schema.group() + "/" + schema.kind(), pairs());
        }
        var namespace = name.namespace().isEmpty() ? "default" : name.namespace();
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < usual.length; i += 2) {
            values.put(
                    usual[i],
                    usual[i + 1]
                            .replace("<name>", name.name())
                            .replace("NAMESPACE", Quoting.of(namespace))
                            .replace("NAME", Quoting.of(name.name())));
        }
        return new Beginnings(values);
    }

    /// Whether something is usual at a path or below it.
    boolean has(String path) {
        return values.keySet().stream()
                .anyMatch(each -> each.equals(path) || each.startsWith(path + "."));
    }

    Optional<String> value(String path) {
        return Optional.ofNullable(values.get(path));
    }

    private static String[] pairs(String... pathsAndValues) {
        return pathsAndValues;
    }
}
