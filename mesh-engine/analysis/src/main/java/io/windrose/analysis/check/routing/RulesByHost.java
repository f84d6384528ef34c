package io.windrose.analysis.check.routing;

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

    RulesByHost(Mesh mesh) {
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
    List<MeshObject> exact(Hostname host) {
        return exact.getOrDefault(host, List.of());
    }

    /// Those for exactly this host, as Kiali reads it.
    List<Entry> of(Hostname host) {
        return loose.getOrDefault(host, List.of());
    }

    /// Those that clients of a namespace may see, with wildcards; exact ones first.
    List<MeshObject> covering(Hostname host, String namespace) {
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
