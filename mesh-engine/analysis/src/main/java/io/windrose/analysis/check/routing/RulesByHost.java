package io.windrose.analysis.check.routing;

import io.windrose.analysis.Fact;
import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.kernel.Hostname;
import io.windrose.registry.ExportTo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The DestinationRules of a mesh by the hosts that they are about.
final class RulesByHost {

    /// @param host as Kiali reads it
    record Entry(MeshObject rule, Hostname host, ExportTo exportTo) {}

    private final List<Entry> all = new ArrayList<>();
    private final Map<Hostname, List<MeshObject>> exact = new HashMap<>();
    private final Map<Hostname, List<Entry>> loose = new HashMap<>();
    private final List<Entry> wildcards = new ArrayList<>();

    static RulesByHost of(Mesh mesh) {
        return mesh.get(new Rules());
    }

    private record Rules() implements Fact<RulesByHost> {
        @Override
        public RulesByHost of(Mesh mesh) {
            return new RulesByHost(mesh);
        }
    }

    private RulesByHost(Mesh mesh) {
        var defaults = mesh.settings().mesh().defaultDestinationRuleExportTo();
        for (var rule : mesh.all(Kinds.DESTINATION_RULE)) {
            var written = rule.spec().text("host");
            if (written.isEmpty()) {
                continue;
            }
            var entry =
                    new Entry(
                            rule,
                            Names.loose(mesh, written, rule.namespace()),
                            Names.exportTo(rule, defaults));
            all.add(entry);
            exact.computeIfAbsent(Hosts.complete(written, rule.namespace()), _ -> new ArrayList<>())
                    .add(rule);
            if (entry.host().isWildcard()) {
                wildcards.add(entry);
            } else {
                loose.computeIfAbsent(entry.host(), _ -> new ArrayList<>()).add(entry);
            }
        }
    }

    /// By namespace and name.
    List<Entry> all() {
        return all;
    }

    List<Entry> wildcards() {
        return wildcards;
    }

    /// Those for exactly this host, whoever may see them.
    static List<MeshObject> exact(Mesh mesh, Hostname host) {
        return mesh.get(new Exact(host));
    }

    private record Exact(Hostname host) implements Fact<List<MeshObject>> {
        @Override
        public List<MeshObject> of(Mesh mesh) {
            return RulesByHost.of(mesh).exact.getOrDefault(host, List.of());
        }
    }

    /// Those for exactly this host, as Kiali reads it.
    List<Entry> of(Hostname host) {
        return loose.getOrDefault(host, List.of());
    }

    /// Those that clients of a namespace may see, with wildcards; exact ones first.
    static List<MeshObject> covering(Mesh mesh, Hostname host, String namespace) {
        return mesh.get(new Covering(host, namespace));
    }

    private record Covering(Hostname host, String namespace) implements Fact<List<MeshObject>> {
        @Override
        public List<MeshObject> of(Mesh mesh) {
            return RulesByHost.of(mesh).covering(host, namespace);
        }
    }

    private List<MeshObject> covering(Hostname host, String namespace) {
        var found = new ArrayList<MeshObject>();
        for (var entry : of(host)) {
            if (entry.exportTo().includes(namespace)) {
                found.add(entry.rule());
            }
        }
        for (var entry : wildcards) {
            if (entry.host().covers(host) && entry.exportTo().includes(namespace)) {
                found.add(entry.rule());
            }
        }
        return found;
    }
}
