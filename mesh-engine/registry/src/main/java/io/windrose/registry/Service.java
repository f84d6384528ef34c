package io.windrose.registry;

import io.windrose.kernel.Hostname;
import io.windrose.kernel.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that clients call by a host name; its endpoints are kept apart, by [ServiceKey].
///
/// @param name of the Kubernetes Service, or the host again for a ServiceEntry
/// @param created decides which of two services wins where they collide: the older
/// @param addresses virtual IP addresses or CIDR blocks; empty when the service has none
/// @param publishesNotReady offers endpoints that are not ready, too
/// @param headless has no virtual address by its own choice: clients reach endpoints directly
/// @param external outside the mesh, so never offered mutual TLS by default
/// @param subjectAltNames what a server's certificate may name; empty: the endpoints' accounts
/// @param exportTo the namespaces that see it
/// @param labels of the Service or ServiceEntry itself
public record Service(
        Hostname host,
        String name,
        String namespace,
        Origin origin,
        Instant created,
        List<String> addresses,
        List<ServicePort> ports,
        Resolution resolution,
        boolean headless,
        boolean external,
        boolean publishesNotReady,
        List<String> subjectAltNames,
        ExportTo exportTo,
        Labels labels) {

    /// The kind of resource that a service comes from.
    public enum Origin {
        KUBERNETES,
        SERVICE_ENTRY
    }

    public Service {
        addresses = List.copyOf(addresses);
        ports = List.copyOf(ports);
        subjectAltNames = List.copyOf(subjectAltNames);
    }

    /// Of the name alone, for services are looked up often and their names differ.
    @Override
    public int hashCode() {
        return key().hashCode();
    }

    public ServiceKey key() {
        return new ServiceKey(namespace, host);
    }

    /// The same service with only some of its ports.
    public Service withPorts(List<ServicePort> some) {
        return new Service(
                host,
                name,
                namespace,
                origin,
                created,
                addresses,
                some,
                resolution,
                headless,
                external,
                publishesNotReady,
                subjectAltNames,
                exportTo,
                labels);
    }

    public Optional<ServicePort> port(int number) {
        return ports.stream().filter(port -> port.number() == number).findFirst();
    }
}
