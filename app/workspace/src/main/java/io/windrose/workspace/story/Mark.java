package io.windrose.workspace.story;

import io.windrose.topology.Badge;

/// A badge with what is behind it.
///
/// @param words such as `VirtualService 50 / 40 / 10`
public record Mark(Badge badge, String words) {}
