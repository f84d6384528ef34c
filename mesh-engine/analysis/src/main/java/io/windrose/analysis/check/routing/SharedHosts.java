package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.kernel.Hostname;
import io.windrose.registry.ExportTo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Several VirtualServices for one host.
///
/// Gateways merge them and sidecars follow one: Istio objects to the latter alone, Kiali to both,
/// and to a `*` beside other hosts of a namespace.
final class SharedHosts implements Check {

    /// One host of a rule at one gateway.
    ///
    /// @param loose as Kiali reads it
    private record Claim(
            MeshObject rule, Node node, Hostname host, Hostname loose, ExportTo exportTo) {

        boolean meets(Claim other) {
            return !rule.isSameAs(other.rule) && Names.meet(exportTo, other.exportTo);
        }

        boolean isForAll() {
            return exportTo instanceof ExportTo.Everybody;
        }
    }

    @Override
    public Set<String> codes() {
        return Set.of("IST0109", "KIA1106");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var byGateway = new LinkedHashMap<String, List<Claim>>();
        var defaults = mesh.settings().mesh().defaultVirtualServiceExportTo();
        for (var rule : mesh.all(Kinds.VIRTUAL_SERVICE)) {
            var exportTo = Names.exportTo(rule, defaults);
            for (var gateway : GatewayReferences.names(rule)) {
                for (var node : rule.spec().items("hosts")) {
                    byGateway
                            .computeIfAbsent(gateway, _ -> new ArrayList<>())
                            .add(claim(mesh, rule, node, exportTo));
                }
            }
        }
        byGateway.forEach((gateway, claims) -> check(gateway, claims, found));
    }

    private static Claim claim(Mesh mesh, MeshObject rule, Node node, ExportTo exportTo) {
        return new Claim(
                rule,
                node,
                Hosts.complete(node.text(), rule.namespace()),
                Names.loose(mesh, node.text(), rule.namespace()),
                exportTo);
    }

    private static void check(String gateway, List<Claim> claims, Consumer<Finding> found) {
        var istio =
                gateway.equals(GatewayReferences.MESH) ? ofMesh(claims) : Map.<Claim, Claim>of();
        var kiali = ofKiali(claims);
        for (var claim : claims) {
            var strict = Optional.ofNullable(istio.get(claim));
            var loose = Optional.ofNullable(kiali.get(claim));
            if (strict.isPresent()) {
                var finding = Finding.of("IST0109", claim.node(), mesh(claim, strict.get()));
                found.accept(loose.isPresent() ? finding.also("KIA1106") : finding);
            } else if (loose.isPresent()) {
                found.accept(
                        Finding.of("KIA1106", claim.node(), message(gateway, claim, loose.get())));
            }
        }
    }

    private static String mesh(Claim claim, Claim other) {
        return "%s is for %s in the mesh, too; a sidecar follows one of both for a host, so merge them."
                .formatted(
                        other.rule().label(),
                        other.node().text().equals(claim.node().text())
                                ? "this host"
                                : other.host());
    }

    private static String message(String gateway, Claim claim, Claim other) {
        return "%s is for %s at %s, too; which of its routes come first is left to the age of both."
                .formatted(
                        other.rule().label(),
                        other.host().equals(claim.host()) ? "this host" : other.host(),
                        gateway.equals(GatewayReferences.MESH) ? "sidecars" : gateway);
    }

    /// Each claim with the first of another rule that it collides with, as Istio sees it: the same
    /// host for the same namespaces, or one that is not for all under one that is.
    private static Map<Claim, Claim> ofMesh(List<Claim> claims) {
        var found = new LinkedHashMap<Claim, Claim>();
        pairs(claims, Claim::host, found);
        for (var wide : claims) {
            if (wide.host().isWildcard()) {
                for (var narrow : claims) {
                    if (wide.isForAll() != narrow.isForAll()
                            && wide.host().covers(narrow.host())
                            && wide.meets(narrow)) {
                        found.putIfAbsent(wide, narrow);
                        found.putIfAbsent(narrow, wide);
                    }
                }
            }
        }
        return found;
    }

    private static Map<Claim, Claim> ofKiali(List<Claim> claims) {
        var found = new LinkedHashMap<Claim, Claim>();
        pairs(claims, Claim::loose, found);
        for (var all : claims) {
            if (all.host().value().equals("*")) {
                for (var other : claims) {
                    if (all.rule().namespace().equals(other.rule().namespace())
                            && all.meets(other)) {
                        found.putIfAbsent(all, other);
                        found.putIfAbsent(other, all);
                    }
                }
            }
        }
        return found;
    }

    private static void pairs(
            List<Claim> claims, Function<Claim, Hostname> host, Map<Claim, Claim> found) {
        var byHost = new LinkedHashMap<Hostname, List<Claim>>();
        for (var claim : claims) {
            byHost.computeIfAbsent(host.apply(claim), _ -> new ArrayList<>()).add(claim);
        }
        for (var same : byHost.values()) {
            for (var claim : same) {
                same.stream()
                        .filter(claim::meets)
                        .findFirst()
                        .ifPresent(other -> found.putIfAbsent(claim, other));
            }
        }
    }
}
