package io.windrose.kube;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where an API server keeps the objects of a kind.
///
/// @param group empty for Kubernetes' own core
/// @param version that is taken where the server does not say which it likes best
/// @param plural as in paths
/// @param fields a field selector that narrows the list; empty for all of it
record KindPath(String group, String version, String kind, String plural, String fields) {
    private static final String ISTIO_NETWORKING = "networking.istio.io";
    private static final String ISTIO_SECURITY = "security.istio.io";
    private static final String GATEWAY_API = "gateway.networking.k8s.io";

    /// Secrets of Helm and of accounts are many, and no check reads them.
    private static final String CREDENTIALS =
            "type!=helm.sh/release.v1,type!=kubernetes.io/service-account-token";

    static final KindPath CONFIG_MAP = new KindPath("", "v1", "ConfigMap", "configmaps", "");

    static final KindPath DEFINITION =
            new KindPath(
                    "apiextensions.k8s.io",
                    "v1",
                    "CustomResourceDefinition",
                    "customresourcedefinitions",
                    "");

    private static final Set<String> OF_THE_CLUSTER =
            Set.of(
                    "Namespace",
                    "Node",
                    "MutatingWebhookConfiguration",
                    "ValidatingWebhookConfiguration",
                    "GatewayClass",
                    "CustomResourceDefinition");

    /// All that the checks read. Pods stand for the ReplicaSets and Jobs that made them.
    static final List<KindPath> ALL = all();

    private static List<KindPath> all() {
        var all = new ArrayList<KindPath>();
        add(all, "", "v1", "Namespace", "Node", "Pod", "Service", "ServiceAccount");
        add(all, "", "v1", "ResourceQuota");
        all.add(new KindPath("", "v1", "Secret", "secrets", CREDENTIALS));
        add(all, "apps", "v1", "DaemonSet", "Deployment", "StatefulSet");
        add(all, "discovery.k8s.io", "v1", "EndpointSlice");
        add(
                all,
                "admissionregistration.k8s.io",
                "v1",
                "MutatingWebhookConfiguration",
                "ValidatingWebhookConfiguration");
        add(
                all,
                ISTIO_NETWORKING,
                "v1",
                "DestinationRule",
                "Gateway",
                "ServiceEntry",
                "Sidecar",
                "VirtualService",
                "WorkloadEntry",
                "WorkloadGroup");
        add(all, ISTIO_NETWORKING, "v1alpha3", "EnvoyFilter");
        add(all, ISTIO_NETWORKING, "v1beta1", "ProxyConfig");
        add(
                all,
                ISTIO_SECURITY,
                "v1",
                "AuthorizationPolicy",
                "PeerAuthentication",
                "RequestAuthentication");
        add(all, "telemetry.istio.io", "v1", "Telemetry");
        add(all, "extensions.istio.io", "v1alpha1", "WasmPlugin");
        add(all, GATEWAY_API, "v1", "Gateway", "GatewayClass", "GRPCRoute", "HTTPRoute");
        add(all, GATEWAY_API, "v1beta1", "ReferenceGrant");
        add(all, GATEWAY_API, "v1alpha2", "TCPRoute", "TLSRoute");
        add(all, "monitoring.coreos.com", "v1", "PrometheusRule", "ServiceMonitor");
        return Collections.unmodifiableList(all);
    }

    private static void add(List<KindPath> all, String group, String version, String... kinds) {
        for (var kind : kinds) {
            all.add(new KindPath(group, version, kind, plural(kind), ""));
        }
    }

    private static String plural(String kind) {
        var lower = kind.toLowerCase(Locale.ROOT);
        if (lower.endsWith("y")) {
            return lower.substring(0, lower.length() - 1) + "ies";
        }
        return lower.endsWith("s") ? lower + "es" : lower + "s";
    }

    /// As checks name it.
    String name() {
        return group.isEmpty() ? kind : group + "/" + kind;
    }

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    KindPath in(String other) {
        return new KindPath(group, other, kind, plural, fields);
    }

    boolean isNamespaced() {
        return !OF_THE_CLUSTER.contains(kind);
    }

    /// Whether every server of today has it.
    boolean isBuiltIn() {
        return !group.contains(".") || group.equals("admissionregistration.k8s.io");
    }
}
