package io.windrose.workspace.welcome;

import java.nio.file.Path;
import java.util.List;

/// A context of a kubeconfig, as far as its files tell.
///
/// @param cluster the name of its cluster; empty where none is named
/// @param server the cluster's URL; empty where none is known
/// @param user the name of its user; empty where none is named
/// @param namespace `default` where none is named
/// @param current whether kubectl would use it
/// @param file in which the context stands
/// @param checks what is missing or worth to know, without asking the cluster
public record KubeContext(
        String name,
        String cluster,
        String server,
        String user,
        String namespace,
        boolean current,
        Path file,
        List<Check> checks) {

    public KubeContext {
        checks = List.copyOf(checks);
    }
}
