package io.windrose.translate.scope;

import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.Sidecar;
import io.windrose.config.resource.TlsSecret;
import io.windrose.kernel.Labels;
import io.windrose.registry.AppliedRule;
import io.windrose.registry.EgressListener;
import io.windrose.registry.MeshSnapshot;
import io.windrose.registry.MutualTlsModes;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that the translation for a proxy may look at. Equal scopes give equal resources, so
/// this is also the key under which a translation is kept.
///
/// @param sidecar the Sidecar resource for the proxy; empty for gateways and where there is none
/// @param outbound what to do with traffic to unknown hosts
/// @param egress the outbound doors of a sidecar; empty for gateways
/// @param upstreams every service that needs clusters; the oldest first
/// @param workloadLabels as the registry knows the workload; the proxy's own where it does not
/// @param inbound where the workload of a sidecar serves, by port; empty for gateways
/// @param mutualTls what the workload demands of its callers, also at ports of no service
/// @param authorization those of the mesh first, then the namespace's; each oldest first
/// @param gateways those that a gateway proxy serves, oldest first; empty for sidecars
/// @param gatewayPorts of a gateway's own services: service port to the port of the workload
/// @param secrets what a gateway may be sent, by the name under which it is subscribed to
public record ProxyScope(
        ProxyTraits proxy,
        MeshConfig mesh,
        Optional<Sidecar> sidecar,
        Sidecar.OutboundMode outbound,
        List<EgressListener> egress,
        List<Upstream> upstreams,
        Labels workloadLabels,
        List<InboundPort> inbound,
        MutualTlsModes mutualTls,
        List<AppliedRule<AuthorizationPolicy>> authorization,
        List<ServedGateway> gateways,
        SortedMap<Integer, Integer> gatewayPorts,
        SortedMap<String, TlsSecret> secrets) {

    public ProxyScope {
        egress = List.copyOf(egress);
        upstreams = List.copyOf(upstreams);
        inbound = List.copyOf(inbound);
        authorization = List.copyOf(authorization);
        gateways = List.copyOf(gateways);
        gatewayPorts = Collections.unmodifiableSortedMap(new TreeMap<>(gatewayPorts));
        secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
    }

    public static ProxyScope of(MeshSnapshot mesh, ProxyNode node) {
        return new Scoping(mesh, node).scope();
    }
}
