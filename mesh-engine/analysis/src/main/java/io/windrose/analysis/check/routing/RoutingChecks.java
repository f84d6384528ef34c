package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import java.util.List;

/// Routes, destinations, hosts and gateways.
public final class RoutingChecks {
    public static final List<Check> ALL =
            List.of(
                    new AmbientRouting(),
                    new BackendPorts(),
                    new ClaimRouting(),
                    new DestinationHosts(),
                    new DestinationSubsets(),
                    new EntryAddresses(),
                    new EntryConflicts(),
                    new ExportTargets(),
                    new GatewayCertificates(),
                    new GatewayConflicts(),
                    new GatewayCredentials(),
                    new GatewayHosts(),
                    new GatewayReferences(),
                    new GatewaySelectors(),
                    new IngressSubsets(),
                    new KubernetesGateways(),
                    new KubernetesListeners(),
                    new KubernetesRoutes(),
                    new LostMutualTls(),
                    new ReferenceGrants(),
                    new RuleOrder(),
                    new RuleOverlap(),
                    new ServerVerification(),
                    new SharedHosts(),
                    new SubsetLabels(),
                    new UnboundMatches(),
                    new Weights(),
                    new ShownCertificates());

    private RoutingChecks() {}
}
