package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Fact;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Severity;
import io.windrose.registry.ExportTo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
        for (var rule : mesh.all(Kinds.VIRTUAL_SERVICE)) {
            mesh.get(new ClaimsOf(rule))
                    .forEach((gateway, claims) ->
                            byGateway
                                    .computeIfAbsent(gateway, _ -> new ArrayList<>())
                                    .addAll(claims));
        }
        byGateway.forEach((gateway, claims) -> check(gateway, claims, found));
    }

    /// By the gateway.
    private record ClaimsOf(MeshObject rule) implements Fact<Map<String, List<Claim>>> {
        @Override
        public Map<String, List<Claim>> of(Mesh mesh) {
            var defaults = mesh.settings().mesh().defaultVirtualServiceExportTo();
            var exportTo = Names.exportTo(rule, defaults);
            var claims =
                    rule.spec().items("hosts").stream()
                            .map(node -> claim(mesh, rule, node, exportTo))
                            .toList();
            var byGateway = new LinkedHashMap<String, List<Claim>>();
            GatewayReferences.names(rule).forEach(gateway -> byGateway.put(gateway, claims));
            return byGateway;
        }
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
        boolean inMesh = gateway.equals(GatewayReferences.MESH);
        var istio = inMesh ? ofMesh(claims) : Map.<Claim, Claim>of();
        var kiali = ofKiali(claims);
        var contested = inMesh ? Set.<Claim>of() : contested(kiali.keySet());
        for (var claim : claims) {
            var strict = Optional.ofNullable(istio.get(claim));
            var loose = Optional.ofNullable(kiali.get(claim));
            if (strict.isPresent()) {
                var finding = Finding.of("IST0109", claim.node(), mesh(claim, strict.get()));
                found.accept(loose.isPresent() ? finding.also("KIA1106") : finding);
            } else if (loose.isPresent()) {
                found.accept(merged(gateway, claim, loose.get(), contested.contains(claim)));
            }
        }
    }

    /// Those of which some path is wanted by another rule for the same host, too.
    private static Set<Claim> contested(Set<Claim> claims) {
        var byHost = new HashMap<Hostname, List<Claim>>();
        for (var claim : claims) {
            byHost.computeIfAbsent(claim.loose(), _ -> new ArrayList<>()).add(claim);
        }
        var contested = new HashSet<Claim>();
        for (var same : byHost.values()) {
            var rules = PathOverlap.among(same.stream().map(Claim::rule).toList());
            same.stream().filter(claim -> rules.contains(claim.rule())).forEach(contested::add);
        }
        return contested;
    }

    private static String mesh(Claim claim, Claim other) {
        return "%s is for %s in the mesh, too; a sidecar follows one of both for a host, so merge them."
                .formatted(
                        other.rule().label(),
                        other.node().text().equals(claim.node().text())
                                ? "this host"
                                : other.host());
    }

    /// To a gateway several rules for a host are fine, and so is a wildcard beside another host;
    /// what may be surprising is an order that nobody wrote.
    private static Finding merged(String gateway, Claim claim, Claim other, boolean contested) {
        boolean same = other.loose().equals(claim.loose());
        boolean ordered = same && (contested || gateway.equals(GatewayReferences.MESH));
        var why =
                ordered
                        ? "which of its routes come first is left to the age of both"
                        : same
                                ? "no path is wanted by both, so their order does not matter"
                                : "the longer name wins";
        var finding =
                Finding.of(
                        "KIA1106",
                        claim.node(),
                        "%s is for %s at %s, too; %s."
                                .formatted(
                                        other.rule().label(),
                                        same ? "this host" : other.host(),
                                        gateway.equals(GatewayReferences.MESH)
                                                ? "sidecars"
                                                : gateway,
                                        why));
        return ordered ? finding : finding.at(Severity.INFO);
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
        var stars = new HashMap<String, List<Claim>>();
        for (var claim : claims) {
            if (claim.host().value().equals("*")) {
                stars.computeIfAbsent(claim.rule().namespace(), _ -> new ArrayList<>()).add(claim);
            }
        }
        for (var claim : claims) {
            stars.getOrDefault(claim.rule().namespace(), List.of()).stream()
                    .filter(claim::meets)
                    .findFirst()
                    .ifPresent(all -> {
                        found.putIfAbsent(claim, all);
                        found.putIfAbsent(all, claim);
                    });
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
