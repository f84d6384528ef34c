package io.windrose.workspace.story;

import io.windrose.topology.Health;

/// One figure.
///
/// @param value without its unit; a dash where nothing is known
/// @param change such as `+0.4 in 5 min`; empty where it is not known
/// @param tone of the change
public record Tile(String label, String value, String unit, String change, Health.Status tone) {}
