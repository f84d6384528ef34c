package io.windrose.config.schema;

/// What a person is told about a field or a kind; each part may be empty.
///
/// @param meaning in a sentence or two
/// @param standard what holds when the field is absent
/// @param unit of a number
/// @param example a value as it stands in YAML
public record Help(String meaning, String standard, String unit, String example) {

    /// All of it in sentences; empty when nothing is said.
    public String sentences() {
        var text = new StringBuilder(meaning);
        if (!standard.isEmpty()) {
            text.append(" Default: ").append(standard).append('.');
        }
        if (!unit.isEmpty()) {
            text.append(" Unit: ").append(unit).append('.');
        }
        if (!example.isEmpty()) {
            text.append(" Example: ").append(example);
        }
        return text.toString();
    }
}
