package io.windrose.analysis;

import java.util.Set;
import java.util.function.Consumer;

/// One question to each object of some kinds. An object is asked again when it changes, or when
/// something changes that was read of the mesh for its own answer.
public interface ObjectCheck extends Check {

    /// The kinds of the objects that are asked.
    Set<String> asks();

    /// Pure: the answer depends on the object and on what is read of the mesh. What several objects
    /// need of the mesh is a [Fact].
    ///
    /// @param found takes findings about any object, in any order
    void ask(Mesh mesh, MeshObject object, Consumer<Finding> found);

    @Override
    default void run(Mesh mesh, Consumer<Finding> found) {
        for (var kind : asks()) {
            mesh.all(kind).forEach(object -> ask(mesh, object, found));
        }
    }
}
