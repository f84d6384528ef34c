package io.windrose.view.config;

/// Where the caret is to go.
///
/// @param serial grows, so that two jumps to one place are two
/// @param line from 1
/// @param column in characters, from 1
public record Jump(int serial, int line, int column) {}
