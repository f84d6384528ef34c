package io.windrose.config.tree;

/// One document of a file.
///
/// @param index among the documents of the file that are not empty, from 0
/// @param findings that make this document ambiguous, such as a key that stands there twice
public record YamlDocument(int index, ConfigTree root, Findings findings) {}
