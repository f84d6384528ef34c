package io.windrose.kube;

import io.windrose.config.tree.YamlFile;
import java.util.List;

/// What a cluster was at one moment, as far as the user may see it.
///
/// @param name of its context
/// @param namespace in which the user works
/// @param version of its API server, such as `v1.34.1`; empty where it does not tell
/// @param files one for each kind with an object in each line; their names begin with `name:`
/// @param refused kinds that the user may not read, in their order, as checks name them
/// @param failed kinds that could not be read for another reason, with that reason
public record LiveCluster(
        String name,
        String namespace,
        String version,
        List<YamlFile> files,
        List<String> refused,
        List<String> failed) {
    public LiveCluster {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
        failed = List.copyOf(failed);
    }
}
