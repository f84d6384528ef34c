package io.windrose.analysis;

/// Something about a mesh that is asked more than once: a record of what it is about. Equal ones of
/// one mesh have one answer, see [Mesh#get]; where the answer for another mesh is equal, whoever
/// read it would say the same of that mesh.
///
/// @param <T> with an `equals` that tells answers apart; may hold objects, and no mesh
public interface Fact<T> {

    /// Pure. Whatever it is about, be it in the mesh or not, it has an answer.
    T of(Mesh mesh);

    /// What it has in common with those for which much the same is read.
    default Object sort() {
        return getClass();
    }
}
