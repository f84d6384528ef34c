package io.windrose.topology.layout;

/// Where a node stands.
///
/// @param centre of its shape, not of shape and label together
/// @param area what shape, badges and label need
public record Spot(Point centre, Area area, Box box) {}
