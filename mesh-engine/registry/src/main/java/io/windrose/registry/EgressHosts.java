package io.windrose.registry;

import io.windrose.config.resource.Sidecar;
import io.windrose.kernel.Hostname;
import java.util.ArrayList;
import java.util.List;

/// The `namespace/host` patterns of one egress listener of a Sidecar.
///
/// @see <a
///   href="https://istio.io/latest/docs/reference/config/networking/sidecar/">`IstioEgressListener`</a>
final class EgressHosts {
    private static final EgressHosts ALL =
            new EgressHosts(List.of(new Pattern("*", new Hostname("*"))), List.of());

    /// @param namespace `*` for any
    private record Pattern(String namespace, Hostname host) {
        boolean covers(String otherNamespace, Hostname other) {
            return (namespace.equals("*") || namespace.equals(otherNamespace))
                    && (host.covers(other) || other.covers(host));
        }
    }

    private final List<Pattern> included;
    private final List<Pattern> excluded;

    private EgressHosts(List<Pattern> included, List<Pattern> excluded) {
        this.included = included;
        this.excluded = excluded;
    }

    /// Everything that is visible at all.
    static EgressHosts all() {
        return ALL;
    }

    static EgressHosts of(Sidecar.Egress egress, String sidecarNamespace) {
        var included = new ArrayList<Pattern>();
        var excluded = new ArrayList<Pattern>();
        for (var text : egress.hosts()) {
            int slash = text.indexOf('/');
            var namespace = slash < 0 ? "*" : text.substring(0, slash);
            var host = new Hostname(text.substring(slash + 1));
            boolean exclusion = namespace.length() > 1 && namespace.startsWith("~");
            var name = exclusion ? namespace.substring(1) : namespace;
            if (!name.equals("~")) {
                var pattern = new Pattern(name.equals(".") ? sidecarNamespace : name, host);
                (exclusion ? excluded : included).add(pattern);
            }
        }
        return new EgressHosts(included, excluded);
    }

    boolean cover(Service service) {
        return cover(service.namespace(), service.host());
    }

    /// Whether a host that a resource in `namespace` is about is among them, or the other way round
    /// for wildcards.
    boolean cover(String namespace, Hostname host) {
        return included.stream().anyMatch(pattern -> pattern.covers(namespace, host))
                && excluded.stream().noneMatch(pattern -> pattern.covers(namespace, host));
    }
}
