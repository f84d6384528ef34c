package io.windrose.proxy.secret;

import io.envoyproxy.envoy.config.core.v3.Node;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.TrustDomain;

/// Who a node is by its own word; the control plane signs whom its token proves.
public final class WorkloadIdentity {
    private static final String DEFAULT_ACCOUNT = "default";
    private static final String SERVICES = ".svc.";
    private static final String DEFAULT_DOMAIN = "cluster.local";

    private WorkloadIdentity() {}

    /// Namespace and account of the node's metadata, in the trust domain of its DNS domain.
    public static SpiffeId of(Node node) {
        var parts = node.getId().split("~", -1);
        var domain = parts.length == 4 ? parts[3] : "";
        int services = domain.indexOf(SERVICES);
        var namespace = text(node, "NAMESPACE");
        var account = text(node, "SERVICE_ACCOUNT");
        return new SpiffeId(
                new TrustDomain(
                        services < 0
                                ? DEFAULT_DOMAIN
                                : domain.substring(services + SERVICES.length())),
                namespace.isEmpty() ? DEFAULT_ACCOUNT : namespace,
                account.isEmpty() ? DEFAULT_ACCOUNT : account);
    }

    private static String text(Node node, String key) {
        var value = node.getMetadata().getFieldsMap().get(key);
        return value == null ? "" : value.getStringValue();
    }
}
