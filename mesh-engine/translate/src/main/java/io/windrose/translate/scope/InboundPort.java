package io.windrose.translate.scope;

import io.windrose.config.resource.ConnectionPool;
import io.windrose.config.resource.PeerAuthentication.Mode;
import io.windrose.registry.Service;
import io.windrose.registry.ServicePort;
import java.util.List;
import java.util.Optional;

/// A port on which the proxy's own workload serves.
///
/// @param port the workload's port
/// @param service the oldest service that leads here; the others are in `services`
/// @param servicePort of that service
/// @param services every service that leads here, oldest first
/// @param bind the endpoint's own address where the proxy has to bind it, else empty
/// @param connectionPool limits towards the application; empty when nothing sets any
public record InboundPort(
        int port,
        Service service,
        ServicePort servicePort,
        List<Service> services,
        String bind,
        Mode mutualTls,
        Optional<ConnectionPool> connectionPool) {

    public InboundPort {
        services = List.copyOf(services);
    }
}
