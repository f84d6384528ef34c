package io.windrose.analysis.check.routing;

import io.windrose.analysis.Fact;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.kernel.Hostname;
import java.util.HashSet;
import java.util.Set;

/// The subsets that some VirtualService leads to.
final class RoutedSubsets {
    private RoutedSubsets() {}

    private record Subset(Hostname host, String name) {}

    /// @param host as Kiali reads it
    static boolean have(Mesh mesh, Hostname host, String subset) {
        return mesh.get(new IsRouted(new Subset(host, subset)));
    }

    private record IsRouted(Subset subset) implements Fact<Boolean> {
        @Override
        public Boolean of(Mesh mesh) {
            return mesh.get(new All()).contains(subset);
        }
    }

    private record All() implements Fact<Set<Subset>> {
        @Override
        public Set<Subset> of(Mesh mesh) {
            var all = new HashSet<Subset>();
            mesh.all(Kinds.VIRTUAL_SERVICE).forEach(rule -> all.addAll(mesh.get(new Own(rule))));
            return all;
        }
    }

    private record Own(MeshObject rule) implements Fact<Set<Subset>> {
        @Override
        public Set<Subset> of(Mesh mesh) {
            var own = new HashSet<Subset>();
            for (var use : Destinations.of(rule)) {
                var host = Names.loose(mesh, use.host().text(), rule.namespace());
                own.add(new Subset(host, use.subset().text()));
            }
            return own;
        }
    }
}
