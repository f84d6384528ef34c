package io.windrose.workspace.story;

import io.windrose.kernel.Problem;
import io.windrose.topology.Health;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Everything that has a name.
public final class Catalogue {
    private Catalogue() {}

    /// The nodes of the picture, then the objects of the configuration; each in their own order.
    public static List<Found> of(Picture picture, MeshView mesh) {
        var all = new ArrayList<Found>();
        picture.graph().value().orElse(TopologySnapshot.EMPTY).nodes().values().stream()
                .filter(state -> !(state.node() instanceof Node.Unknown))
                .map(Catalogue::shown)
                .forEach(all::add);
        var health = health(mesh);
        for (var id : mesh.config().resources().keySet()) {
            all.add(
                    new Found(
                            id.name().name(),
                            id.kind().kindName(),
                            id.name().namespace(),
                            health.getOrDefault(id.toString(), Health.Status.HEALTHY),
                            new Found.Target.Written(id, AppliedConfig.place(mesh, id))));
        }
        return all;
    }

    private static Found shown(NodeState state) {
        return new Found(
                Scene.name(state),
                state.node().kind(),
                state.node().namespace(),
                state.health().status(),
                new Found.Target.Shown(new Subject.OfNode(state.node())));
    }

    /// By the words in which problems name a resource, which are those of [ResourceId].
    private static Map<String, Health.Status> health(MeshView mesh) {
        var worst = new HashMap<String, Health.Status>();
        var problems = new ArrayList<Problem>(mesh.config().findings());
        problems.addAll(mesh.mesh().findings());
        for (var problem : problems) {
            worst.merge(
                    problem.place().resource(),
                    problem.isError() ? Health.Status.FAILING : Health.Status.DEGRADED,
                    (left, right) -> left.compareTo(right) > 0 ? left : right);
        }
        return worst;
    }
}
