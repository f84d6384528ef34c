package io.windrose.config.decode;

import io.windrose.config.resource.Resource;
import io.windrose.config.resource.ResourceId;
import io.windrose.config.tree.ConfigTree;
import io.windrose.kernel.Problem;
import java.util.List;
import java.util.Optional;

/// What became of one object.
///
/// @param index of its document in the file
/// @param label `Kind namespace/name` as far as the document says; never empty
/// @param id empty when the kind is not one of ours or there is no name
/// @param resource empty when the kind is not one of ours, or when a problem is an error
/// @param problems in the order of the text; the last may say that there are more
/// @param tree what it was made of
public record Decoded(
        int index,
        String label,
        Optional<ResourceId> id,
        Optional<Resource> resource,
        List<Problem> problems,
        ConfigTree tree) {

    public Decoded {
        problems = List.copyOf(problems);
    }

    public boolean valid() {
        return problems.stream().noneMatch(Problem::isError);
    }
}
