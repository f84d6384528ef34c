package io.windrose.analysis;

import java.util.Set;
import java.util.function.Consumer;

/// One question to a mesh. It is pure: the same mesh gives the same findings, whatever the order of
/// its files. What it reads of the mesh is noted, and it is asked again when something of that
/// changes. On any thread.
public interface Check {

    /// What it may say, as in `codes.yaml`; a code may have several checks.
    Set<String> codes();

    /// @param found takes findings in any order; the same one twice counts once
    void run(Mesh mesh, Consumer<Finding> found);
}
