package io.windrose.analysis.check.routing;

import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.kernel.Hostname;
import java.util.HashSet;
import java.util.Set;

/// The subsets that some VirtualService leads to.
record RoutedSubsets(Set<Subset> all) {

    private record Subset(Hostname host, String name) {}

    /// @param host as Kiali reads it
    boolean has(Hostname host, String subset) {
        return all.contains(new Subset(host, subset));
    }

    static RoutedSubsets in(Mesh mesh) {
        var all = new HashSet<Subset>();
        for (var rule : mesh.all(Kinds.VIRTUAL_SERVICE)) {
            for (var use : Destinations.of(rule)) {
                var host = Names.loose(mesh, use.host().text(), rule.namespace());
                all.add(new Subset(host, use.subset().text()));
            }
        }
        return new RoutedSubsets(all);
    }
}
