package io.windrose.config.schema;

/// What a person is told about a field or a kind; each part may be empty.
///
/// @param meaning in a sentence or two
/// @param standard what holds when the field is absent
/// @param unit of a number
/// @param example a value as it stands in YAML
public record Help(String meaning, String standard, String unit, String example) {}
