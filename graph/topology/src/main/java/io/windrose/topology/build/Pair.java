package io.windrose.topology.build;

import static io.windrose.topology.traffic.Party.isKnown;

import io.windrose.topology.traffic.Party;
import io.windrose.topology.traffic.ServiceName;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who asked whom, after the oddities of the labels are ironed out.
///
/// The rules are Kiali's: see `graph/telemetry/istio` in kiali/kiali.
record Pair(Party source, Party destination, ServiceName service) {
    private static final String EGRESS = "istio-egressgateway.istio-system.svc.cluster.local";
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}(:\\d+)?");

    /// @return empty when the labels say too little to draw anything that would be true
    static Optional<Pair> of(Party source, Party destination, ServiceName service) {
        if (isKnown(source.namespace())
                && ((!source.hasWorkload() && !source.hasApp())
                        || source.cluster().equals("unknown"))) {
            return Optional.empty();
        }
        var pair = new Pair(source, destination, service).withTheEgressGateway().withClusters();
        return pair.leadsSomewhere() ? Optional.of(pair.withClusterNames()) : Optional.empty();
    }

    /// Traffic to the egress gateway is reported under its host alone.
    private Pair withTheEgressGateway() {
        if (!service.host().equals(EGRESS) || !service.name().equals(EGRESS)) {
            return this;
        }
        var gateway = "istio-egressgateway";
        return new Pair(
                source,
                new Party(source.cluster(), "istio-system", gateway, gateway, "latest"),
                new ServiceName(service.host(), gateway, "istio-system"));
    }

    /// A request that found no endpoint names no cluster; the source's is where it looked.
    private Pair withClusters() {
        return !isKnown(destination.cluster())
                        && isKnown(source.cluster())
                        && isKnown(service.namespace())
                ? new Pair(source, destination.withCluster(source.cluster()), service)
                : this;
    }

    private boolean leadsSomewhere() {
        boolean bareAddress =
                !destination.hasWorkload()
                        && service.host().equals(service.name())
                        && ADDRESS.matcher(service.host()).matches();
        boolean lostCluster =
                isKnown(service.namespace()) && destination.cluster().equals("unknown");
        return !bareAddress && !lostCluster;
    }

    private Pair withClusterNames() {
        return new Pair(named(source), named(destination), service);
    }

    private static Party named(Party party) {
        return party.cluster().isEmpty() ? party.withCluster("unknown") : party;
    }
}
