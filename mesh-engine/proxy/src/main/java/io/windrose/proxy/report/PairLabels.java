package io.windrose.proxy.report;

import io.windrose.proxy.done.Done;
import io.windrose.proxy.done.PeerMetadata;
import io.windrose.telemetry.Reporter;
import io.windrose.telemetry.RequestLabels;
import io.windrose.telemetry.SecurityPolicy;
import io.windrose.telemetry.ServiceLabels;
import io.windrose.telemetry.WorkloadLabels;

/// Who called whom, as far as one end of the connection can tell; equal for all requests of one
/// route and peer.
///
/// @param peer the other one, as it introduced itself
/// @param endpoint the called endpoint's `workload;namespace;canonical;revision;cluster`; counts
///   where no peer introduced itself
/// @param host the requested one, used where no service is known
/// @see <a href="https://github.com/envoyproxy/envoy">Envoy</a>
///   `contrib/istio/filters/http/istio_stats`
record PairLabels(
        boolean inbound,
        PeerMetadata peer,
        String endpoint,
        String localPrincipal,
        String peerPrincipal,
        String cluster,
        String serviceHost,
        String serviceName,
        String serviceNamespace,
        String host) {
    private static final String PASSTHROUGH = "PassthroughCluster";
    private static final String INBOUND_PASSTHROUGH = "InboundPassthroughCluster";
    private static final String BLACK_HOLE = "BlackHoleCluster";
    private static final int WORKLOAD_PARTS = 5;

    static PairLabels of(Done done) {
        boolean inbound = done.direction() == Done.Direction.INBOUND;
        var upstream = done.upstream();
        var tls = inbound ? done.downstream().tls() : upstream.tls();
        var service = upstream.service();
        return new PairLabels(
                inbound,
                inbound ? done.downstream().peer() : upstream.peer(),
                inbound ? "" : upstream.workload(),
                tls.localUri(),
                tls.peerUri(),
                special(upstream.cluster(), upstream.route()),
                service.host(),
                service.name(),
                service.namespace(),
                inbound || !service.host().isEmpty() ? "" : done.request().authority());
    }

    /// @param self without principal
    RequestLabels labels(WorkloadLabels self) {
        var own = self.provedBy(localPrincipal);
        var other = other().provedBy(peerPrincipal);
        return inbound
                ? new RequestLabels(
                        Reporter.DESTINATION, other, own, called(own), inboundSecurity())
                : new RequestLabels(
                        Reporter.SOURCE, own, other, asked(other), SecurityPolicy.UNKNOWN);
    }

    private SecurityPolicy inboundSecurity() {
        return localPrincipal.isEmpty() || peerPrincipal.isEmpty()
                ? SecurityPolicy.NONE
                : SecurityPolicy.MUTUAL_TLS;
    }

    private WorkloadLabels other() {
        if (peer.known()) {
            return new WorkloadLabels(
                    peer.workload(),
                    peer.namespace(),
                    inbound ? "" : peer.identity(),
                    peer.app(),
                    peer.version(),
                    peer.cluster(),
                    peer.canonicalName(),
                    peer.canonicalRevision());
        }
        var parts = endpoint.split(";", -1);
        return parts.length < WORKLOAD_PARTS
                ? WorkloadLabels.UNKNOWN
                : new WorkloadLabels(parts[0], parts[1], "", "", "", parts[4], parts[2], parts[3]);
    }

    /// What this workload was called as.
    private ServiceLabels called(WorkloadLabels own) {
        if (!cluster.isEmpty()) {
            return new ServiceLabels(own.canonicalService(), cluster, own.namespace());
        }
        return serviceHost.isEmpty()
                ? new ServiceLabels(own.canonicalService(), own.canonicalService(), own.namespace())
                : new ServiceLabels(serviceHost, serviceName, own.namespace());
    }

    /// What somebody else was called as.
    private ServiceLabels asked(WorkloadLabels other) {
        if (!cluster.isEmpty()) {
            return new ServiceLabels(host, cluster, other.namespace());
        }
        return serviceHost.isEmpty()
                ? ServiceLabels.ofHost(host, other.namespace())
                : new ServiceLabels(serviceHost, serviceName, serviceNamespace);
    }

    /// The cluster's name where it stands for no service of the mesh; empty otherwise.
    private static String special(String cluster, String route) {
        return switch (route) {
            case "block_all" -> BLACK_HOLE;
            case "allow_any" -> PASSTHROUGH;
            default ->
                    switch (cluster) {
                        case PASSTHROUGH, INBOUND_PASSTHROUGH, BLACK_HOLE -> cluster;
                        default -> "";
                    };
        };
    }
}
