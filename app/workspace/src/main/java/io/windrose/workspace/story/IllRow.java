package io.windrose.workspace.story;

import io.windrose.topology.Health;

/// A node or an edge that is not well.
///
/// @param because the figure that decided and its limit
public record IllRow(Subject subject, Health.Status status, String title, String because) {}
