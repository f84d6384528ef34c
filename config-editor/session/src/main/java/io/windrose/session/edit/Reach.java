package io.windrose.session.edit;

import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Which services and workloads an object names or selects. What holds for a whole namespace or
/// mesh, or for hosts by a wildcard, singles out none.
///
/// @param workload the one that the object is; empty for other kinds
/// @param anywhere whether the selector holds in all namespaces
public record Reach(
        String namespace,
        String workload,
        Set<Hostname> hosts,
        Selector selector,
        boolean anywhere) {
    private static final String ROOT = "istio-system";

    public Reach {
        hosts = Set.copyOf(hosts);
    }

    static Reach of(MeshObject object) {
        var hosts = new HashSet<Hostname>();
        names(object)
                .map(Node::text)
                .filter(name -> !name.isEmpty() && !name.startsWith("*"))
                .forEach(name -> hosts.add(Hosts.complete(name, object.namespace())));
        if (object.kind().equals(Kinds.SERVICE)) {
            hosts.add(Hosts.complete(object.name(), object.namespace()));
        }
        return new Reach(
                object.namespace(),
                object.kind().equals(Kinds.DEPLOYMENT) ? object.name() : "",
                hosts,
                selector(object),
                object.kind().equals(Kinds.GATEWAY) || object.namespace().equals(ROOT));
    }

    /// Whether it singles out no service and no workload.
    public boolean isForAll() {
        return hosts.isEmpty() && workload.isEmpty() && selector.selectsAll();
    }

    public boolean names(Hostname host) {
        return hosts.contains(host);
    }

    public boolean selects(String where, String name, Labels labels) {
        return (namespace.equals(where) && !name.isEmpty() && workload.equals(name))
                || (!selector.selectsAll()
                        && (anywhere || namespace.equals(where))
                        && selector.matches(labels));
    }

    private static Stream<Node> names(MeshObject object) {
        return switch (object.kind()) {
            case Kinds.VIRTUAL_SERVICE, Kinds.DESTINATION_RULE -> Referrer.hosts(object);
            case Kinds.SERVICE_ENTRY -> object.spec().items("hosts").stream();
            default -> Stream.of();
        };
    }

    private static Selector selector(MeshObject object) {
        var spec = object.spec();
        return switch (object.kind()) {
            case Kinds.GATEWAY -> Selector.of(spec.words("selector"));
            case Kinds.SIDECAR, Kinds.ENVOY_FILTER ->
                    Selector.of(spec.words("workloadSelector", "labels"));
            case Kinds.AUTHORIZATION_POLICY,
                    Kinds.PEER_AUTHENTICATION,
                    Kinds.REQUEST_AUTHENTICATION,
                    Kinds.TELEMETRY,
                    Kinds.WASM_PLUGIN ->
                    Selector.of(spec.words("selector", "matchLabels"));
            default -> Selector.ALL;
        };
    }
}
