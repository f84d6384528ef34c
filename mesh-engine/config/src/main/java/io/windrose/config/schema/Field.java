package io.windrose.config.schema;

/// A member of a mapping.
///
/// @param nullable whether `null` stands for absence
/// @param instead what to use in place of a field that is out of date; empty for all others
public record Field(
        String name, Shape shape, boolean required, boolean nullable, String instead, Help help) {}
