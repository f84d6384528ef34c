package io.windrose.analysis;

import io.windrose.kernel.Hostname;
import io.windrose.registry.Endpoint;
import io.windrose.registry.ExportTo;
import io.windrose.registry.Service;
import io.windrose.registry.ShortName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whom the names of hosts in a mesh stand for, by the registry of the engine.
public final class Hosts {
    /// Kinds of which an object is a service, stands behind one, or says who does.
    static final Set<String> KINDS =
            Set.of(
                    Kinds.DEPLOYMENT,
                    Kinds.POD,
                    Kinds.SERVICE,
                    Kinds.SERVICE_ENTRY,
                    Kinds.WORKLOAD_ENTRY,
                    Kinds.PEER_AUTHENTICATION,
                    "Endpoints",
                    "discovery.k8s.io/EndpointSlice");

    private final Mesh mesh;

    Hosts(Mesh mesh) {
        this.mesh = mesh;
    }

    /// @param namespace of the object that uses the name
    public static Hostname complete(String host, String namespace) {
        return ShortName.complete(host, namespace);
    }

    /// The services that a name leads to from a namespace; oldest first, those of its own namespace
    /// before others. A ServiceEntry for `*.example.com` answers for all below.
    ///
    /// @param namespace of the object that uses the name
    public List<Service> of(String host, String namespace) {
        return mesh.get(new SeenFrom(complete(host, namespace), namespace));
    }

    private record SeenFrom(Hostname host, String namespace) implements Fact<List<Service>> {
        @Override
        public List<Service> of(Mesh mesh) {
            var exact = visible(mesh.services().of(host), namespace);
            return exact.isEmpty()
                    ? visible(
                            mesh.get(new Wildcards()).stream()
                                    .filter(one -> one.host().covers(host))
                                    .toList(),
                            namespace)
                    : exact;
        }
    }

    private record Wildcards() implements Fact<List<Service>> {
        @Override
        public List<Service> of(Mesh mesh) {
            return mesh.services().all().stream()
                    .filter(service -> service.host().isWildcard())
                    .toList();
        }
    }

    /// The first of [#of].
    public Optional<Service> find(String host, String namespace) {
        return of(host, namespace).stream().findFirst();
    }

    /// Services of exactly this name, whoever may see them.
    public List<Service> named(Hostname host) {
        return mesh.get(new Exact(host));
    }

    private record Exact(Hostname host) implements Fact<List<Service>> {
        @Override
        public List<Service> of(Mesh mesh) {
            return mesh.services().of(host);
        }
    }

    /// Services of which the name is one, whoever may see them.
    public boolean exists(String host, String namespace) {
        var full = complete(host, namespace);
        return !named(full).isEmpty()
                || mesh.get(new Wildcards()).stream().anyMatch(one -> one.host().covers(full));
    }

    /// What the registry knows to stand behind a service.
    public List<Endpoint> endpoints(Service service) {
        return mesh.get(new Behind(service));
    }

    private record Behind(Service service) implements Fact<List<Endpoint>> {
        @Override
        public List<Endpoint> of(Mesh mesh) {
            return mesh.services().endpoints(service);
        }
    }

    /// Services that a name with a leading `*` covers, whoever may see them.
    public List<Service> covered(Hostname wildcard) {
        return mesh.services().all().stream()
                .filter(service -> wildcard.covers(service.host()))
                .toList();
    }

    private static List<Service> visible(List<Service> all, String namespace) {
        var own = all.stream().filter(one -> one.namespace().equals(namespace)).toList();
        if (!own.isEmpty()) {
            return own;
        }
        return all.stream().filter(one -> sees(one.exportTo(), namespace)).toList();
    }

    private static boolean sees(ExportTo exportTo, String namespace) {
        return exportTo.includes(namespace);
    }
}
