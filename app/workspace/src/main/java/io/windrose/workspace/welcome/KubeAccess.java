package io.windrose.workspace.welcome;

/// What a kubeconfig says of how to reach a cluster.
///
/// @param namespace `default` where none is named
/// @param user without fields where none is described
public record KubeAccess(String context, String namespace, KubeEntry cluster, KubeEntry user) {}
