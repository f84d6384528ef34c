package io.windrose.translate.scope;

import io.windrose.kernel.Labels;
import io.windrose.registry.Locality;
import java.util.Set;

/// What a translation may know about a proxy itself. Replicas of one workload have equal traits, so
/// they share one translation.
///
/// @param workload name of the workload, as metrics show it
/// @param clusterId of the Kubernetes cluster, as spans name it
/// @param dnsDomain completes short names, e.g. `default.svc.cluster.local`
/// @param istioFilters those of Istio's own filters that the proxy has
public record ProxyTraits(
        Role role,
        String namespace,
        String workload,
        String serviceAccount,
        Labels labels,
        String clusterId,
        String meshId,
        String dnsDomain,
        Locality locality,
        IpFamily ipFamily,
        Interception interception,
        Set<IstioFilter> istioFilters,
        ProxySettings settings) {

    public enum Role {
        SIDECAR,
        GATEWAY
    }

    /// The addresses that a proxy can reach, by its own.
    public enum IpFamily {
        V4,
        V6,
        DUAL
    }

    /// How traffic comes to a sidecar.
    public enum Interception {
        /// By iptables REDIRECT, to the two virtual listeners.
        REDIRECT,
        /// By iptables TPROXY, with the client's address kept.
        TPROXY,
        /// By listeners that really bind: no packet is redirected.
        NONE;

        /// Whether the kernel hands over connections that were made to other addresses.
        public boolean redirects() {
            return this != NONE;
        }
    }

    public ProxyTraits {
        istioFilters = Set.copyOf(istioFilters);
    }

    public boolean has(IstioFilter filter) {
        return istioFilters.contains(filter);
    }
}
