package io.windrose.kube;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How somebody reaches a cluster.
///
/// @param context that the kubeconfigs have
/// @param namespace in which the user works
/// @param kubeconfigs of each name in them the first entry counts, as for kubectl
/// @param tokenFile where the user's token lies; empty for one who signs in otherwise
public record ClusterAccess(
        String context, String namespace, List<Path> kubeconfigs, Optional<Path> tokenFile) {
    public ClusterAccess {
        kubeconfigs = List.copyOf(kubeconfigs);
    }
}
