package io.windrose.config.patch;

import io.windrose.config.tree.Span;
import java.util.List;

/// What a patch does to one node.
interface Change {

    /// What it is about: a collection, a value or a key.
    Span about();

    /// What is no more; often empty.
    List<Span> gone();

    /// @return those that do not overlap each other
    List<TextEdit> edits();
}
