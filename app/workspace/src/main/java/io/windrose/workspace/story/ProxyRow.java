package io.windrose.workspace.story;

import io.windrose.topology.Health;

/// A proxy of the subject, and how far it has followed the configuration.
///
/// @param version of the workload; empty for none
/// @param sync such as `in sync`
/// @param detail such as `acknowledged 12 of 12`
public record ProxyRow(
        String nodeId,
        String pod,
        String version,
        Health.Status status,
        String sync,
        String detail) {}
