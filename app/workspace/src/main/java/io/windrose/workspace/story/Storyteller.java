package io.windrose.workspace.story;

import io.windrose.topology.TopologySnapshot;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import java.time.ZoneId;
import java.util.Optional;

/// Tells what is known about a subject: a pure function of its arguments.
public final class Storyteller {
    private Storyteller() {}

    /// @param zone in which times are told
    /// @return empty when the subject is not in the graph, and before the first graph
    public static Optional<Story> tell(
            Picture picture, MeshView mesh, Subject subject, ZoneId zone) {
        return picture.graph()
                .value()
                .flatMap(graph -> tell(new Scene(picture, graph, mesh, zone), graph, subject));
    }

    private static Optional<Story> tell(Scene scene, TopologySnapshot graph, Subject subject) {
        return switch (subject) {
            case Subject.Mesh() -> Optional.of(new MeshStory(scene).tell());
            case Subject.OfNode(var node) ->
                    graph.nodes().containsKey(node)
                            ? Optional.of(new NodeStory(scene, node).tell())
                            : Optional.empty();
            case Subject.OfEdge(var key) ->
                    Optional.ofNullable(graph.edges().get(key))
                            .map(edge -> new EdgeStory(scene, edge).tell());
        };
    }
}
