package io.windrose.config.patch;

/// Puts `replacement` in the place of a range of a text.
///
/// @param start offset in UTF-16 units, from 0
/// @param end behind the last character; equal to `start` for an insertion
public record TextEdit(int start, int end, String replacement) {}
