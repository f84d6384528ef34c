package io.windrose.analysis;

import java.util.Set;
import java.util.function.Consumer;

/// One question to each object of some kinds: where only such objects change, only they are asked
/// again.
public interface ObjectCheck extends Check {

    /// The kinds of the objects that are asked. The object itself counts as read by its own answer
    /// alone.
    Set<String> asks();

    /// What is asked of each object of a mesh; the same one may be asked of many objects, or of
    /// none.
    Question of(Mesh mesh);

    @Override
    default void run(Mesh mesh, Consumer<Finding> found) {
        var question = of(mesh);
        for (var kind : asks()) {
            mesh.all(kind).forEach(object -> question.ask(object, found));
        }
    }

    /// Pure: the answer depends on the object and on what is read of the mesh.
    @FunctionalInterface
    interface Question {
        /// @param found takes findings about any object, in any order
        void ask(MeshObject object, Consumer<Finding> found);
    }
}
