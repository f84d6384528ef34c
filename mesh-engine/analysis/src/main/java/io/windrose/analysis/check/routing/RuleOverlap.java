package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.check.routing.RulesByHost.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Several DestinationRules that say something about the same subset of the same host.
final class RuleOverlap implements Check {

    @Override
    public Set<String> codes() {
        return Set.of("KIA0201");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var rules = RulesByHost.of(mesh);
        for (var entry : rules.all()) {
            if (takesPart(entry)) {
                others(rules, entry).stream()
                        .filter(other -> collide(entry, other))
                        .findFirst()
                        .ifPresent(other -> found.accept(finding(entry, other)));
            }
        }
    }

    /// A rule that sets mutual TLS for all has no other purpose; one for some workloads is not for
    /// those of another.
    private static boolean takesPart(Entry entry) {
        return !LostMutualTls.isWide(entry)
                && !entry.rule().spec().get("workloadSelector").exists();
    }

    private static List<Entry> others(RulesByHost rules, Entry entry) {
        if (entry.host().isWildcard()) {
            return rules.all();
        }
        var others = new ArrayList<>(rules.of(entry.host()));
        others.addAll(rules.wildcards());
        return others;
    }

    private static boolean collide(Entry entry, Entry other) {
        return !entry.rule().isSameAs(other.rule())
                && takesPart(other)
                && (entry.host().covers(other.host()) || other.host().covers(entry.host()))
                && Names.meet(entry.exportTo(), other.exportTo())
                && share(subsets(entry.rule()), subsets(other.rule()));
    }

    private static Set<String> subsets(MeshObject rule) {
        var names = new HashSet<String>();
        rule.spec().items("subsets").forEach(one -> names.add(one.text("name")));
        return names;
    }

    private static boolean share(Set<String> one, Set<String> other) {
        return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(other::contains);
    }

    private static Finding finding(Entry entry, Entry other) {
        var host = other.host().equals(entry.host()) ? "this host" : other.host().value();
        return Finding.of(
                "KIA0201",
                entry.rule().spec().get("host"),
                "%s is about %s, too, and for a caller only one of both policies counts; merge them."
                        .formatted(other.rule().label(), host));
    }
}
