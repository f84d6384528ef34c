package io.windrose.analysis.check.routing;

import io.windrose.analysis.Fact;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.config.syntax.Spelling;
import io.windrose.kernel.Hostname;
import io.windrose.registry.ExportTo;
import io.windrose.registry.Service;
import io.windrose.registry.ShortName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What names in routes and rules stand for, and what may have been meant by them.
final class Names {
    private static final String DOMAIN = "." + ShortName.SERVICE_DOMAIN;

    private final Map<String, List<Service>> byName = new HashMap<>();
    private final Map<String, List<String>> inNamespace = new HashMap<>();
    private final List<String> external = new ArrayList<>();

    private Names(Mesh mesh) {
        for (var service : mesh.services().all()) {
            if (service.origin() == Service.Origin.KUBERNETES) {
                byName.computeIfAbsent(service.name(), _ -> new ArrayList<>()).add(service);
                inNamespace
                        .computeIfAbsent(service.namespace(), _ -> new ArrayList<>())
                        .add(service.name());
            } else {
                external.add(service.host().value());
            }
        }
    }

    static Names of(Mesh mesh) {
        return mesh.get(new All());
    }

    private record All() implements Fact<Names> {
        @Override
        public Names of(Mesh mesh) {
            return new Names(mesh);
        }
    }

    /// As Kiali reads names: `reviews.bookinfo` is a Service too where there is such a namespace.
    /// To Istio a name with a dot is complete.
    static Hostname loose(Mesh mesh, String host, String namespace) {
        var parts = host.split("\\.", -1);
        boolean half = parts.length == 2 || (parts.length == 3 && parts[2].equals("svc"));
        return half && !parts[0].startsWith("*") && mesh.hasNamespace(parts[1])
                ? new Hostname(parts[0] + "." + parts[1] + DOMAIN)
                : Hosts.complete(host, namespace);
    }

    /// Whom the settings of an object are for.
    static ExportTo exportTo(MeshObject object, List<String> defaults) {
        return ExportTo.of(object.spec().texts("exportTo"), object.namespace(), defaults);
    }

    /// Whether a namespace of the mesh is among both.
    static boolean meet(ExportTo one, ExportTo other) {
        return switch (one) {
            case ExportTo.Nobody() -> false;
            case ExportTo.Everybody() -> !(other instanceof ExportTo.Nobody);
            case ExportTo.Namespaces(var names) -> names.stream().anyMatch(other::includes);
        };
    }

    /// A name that leads to a service, in place of one that leads nowhere: the complete name of a
    /// Service in another namespace, or what is written most alike.
    ///
    /// @param fits whether a service can be meant
    Optional<Fix> repair(Mesh mesh, Node host, Predicate<Service> fits) {
        var written = host.text();
        var namespace = host.object().namespace();
        var loose = loose(mesh, written, namespace);
        if (!loose.value().equals(written)
                && mesh.hosts().find(loose.value(), namespace).filter(fits).isPresent()) {
            return Optional.of(Edits.change(host, loose.value()));
        }
        if (loose.value().endsWith(DOMAIN) && !loose.isWildcard()) {
            return ofKubernetes(mesh, host, loose.value(), fits);
        }
        return Edits.nearest(host, external);
    }

    private Optional<Fix> ofKubernetes(Mesh mesh, Node host, String full, Predicate<Service> fits) {
        var parts = full.substring(0, full.length() - DOMAIN.length()).split("\\.", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        var own = host.object().namespace();
        var near = Spelling.nearest(parts[0], inNamespace.getOrDefault(parts[1], List.of()));
        boolean isShort = !host.text().contains(".");
        if (near.isPresent()
                && mesh.hosts()
                        .find(complete(near.get(), parts[1]), own)
                        .filter(fits)
                        .isPresent()) {
            return near.map(name -> Edits.change(host, isShort ? name : complete(name, parts[1])));
        }
        return byName.getOrDefault(parts[0], List.of()).stream()
                .filter(service -> service.exportTo().includes(own))
                .filter(fits)
                .findFirst()
                .map(service -> Edits.change(host, service.host().value()));
    }

    private static String complete(String name, String namespace) {
        return name + "." + namespace + DOMAIN;
    }

    /// Where nobody wrote what services there are, nothing can be said about their names.
    static boolean areKnown(Mesh mesh) {
        return mesh.has(Kinds.SERVICE) || mesh.has(Kinds.SERVICE_ENTRY);
    }
}
