package io.windrose.session.edit;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.resource.DestinationRule;
import io.windrose.config.resource.Gateway;
import io.windrose.config.resource.KubeService;
import io.windrose.config.resource.Resource;
import io.windrose.config.resource.ServiceEntry;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.session.edit.Completion.Kind;
import io.windrose.session.edit.Completion.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The names in the configuration that a field may refer to.
///
/// @param namespace of the object that refers to them; its own services go by their short name
record Names(ConfigSnapshot config, String namespace) {

    /// @param path as [FieldPath#general] has it
    /// @param beside the mapping in which the value stands
    List<Proposal> of(String path, Optional<Mapping> beside) {
        var name = FieldPath.of(path).name();
        return switch (name) {
            case "host", "hosts" -> hosts();
            case "subset" -> subsets(beside);
            case "gateways" -> gateways();
            case "namespace", "namespaces", "exportTo", "sourceNamespace" -> namespaces();
            default -> List.of();
        };
    }

    private List<Proposal> hosts() {
        var hosts = new TreeMap<String, String>();
        for (var service : config.all(KubeService.class)) {
            var meta = service.meta();
            boolean own = meta.namespace().equals(namespace);
            var host =
                    own
                            ? meta.name().name()
                            : meta.name().name() + "." + meta.namespace() + ".svc.cluster.local";
            hosts.put(host, "Service in " + meta.namespace());
        }
        for (var entry : config.all(ServiceEntry.class)) {
            entry.hosts().forEach(host -> hosts.put(host, "ServiceEntry " + entry.meta().name()));
        }
        for (var rule : config.all(DestinationRule.class)) {
            if (rule.meta().namespace().equals(namespace) || rule.host().contains(".")) {
                hosts.putIfAbsent(rule.host(), "DestinationRule " + rule.meta().name());
            }
        }
        return hosts.entrySet().stream()
                .map(host -> reference(host.getKey(), host.getValue()))
                .toList();
    }

    private List<Proposal> subsets(Optional<Mapping> beside) {
        var host = beside.flatMap(mapping -> mapping.get("host")).flatMap(Names::text).orElse("");
        return Subsets.of(config, host, namespace).stream()
                .map(subset -> reference(subset, "subset of " + host))
                .toList();
    }

    private List<Proposal> gateways() {
        var gateways =
                config.all(Gateway.class).stream()
                        .map(gateway -> gateway.meta().name())
                        .map(name ->
                                name.namespace().equals(namespace)
                                        ? reference(name.name(), "Gateway")
                                        : reference(
                                                name.namespace() + "/" + name.name(), "Gateway"));
        return Stream.concat(gateways, Stream.of(reference("mesh", "every sidecar"))).toList();
    }

    private List<Proposal> namespaces() {
        return config.resources().values().stream()
                .map(Resource::meta)
                .map(meta -> meta.namespace().isEmpty() ? meta.name().name() : meta.namespace())
                .distinct()
                .sorted()
                .map(name -> reference(name, "namespace"))
                .toList();
    }

    private static Optional<String> text(ConfigTree tree) {
        return tree instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    private static Proposal reference(String name, String detail) {
        return new Proposal(Kind.REFERENCE, name, name, detail);
    }
}
