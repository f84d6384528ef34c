package io.windrose.config.tree;

import io.windrose.kernel.Problem;
import java.util.List;

/// One document of a file.
///
/// @param index among the documents of the file that are not empty, from 0
/// @param problems that make this document ambiguous, such as a key that stands there twice
public record YamlDocument(int index, ConfigTree root, List<Problem> problems) {
    public YamlDocument {
        problems = List.copyOf(problems);
    }
}
