package io.windrose.session.edit;

import java.util.regex.Pattern;

/// A path inside a document as problems name it, e.g. `spec.http[0].timeout`, taken apart at its
/// last field.
///
/// @param parent of the mapping that has the field; empty for the document
/// @param name of the field; empty for the document itself
record FieldPath(String parent, String name) {
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    static FieldPath of(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0
                ? new FieldPath("", path)
                : new FieldPath(path.substring(0, dot), path.substring(dot + 1));
    }

    static String child(String parent, String name) {
        return parent.isEmpty() ? name : parent + "." + name;
    }

    /// The same for every item of a list: `spec.http[].timeout`.
    static String general(String path) {
        return INDEX.matcher(path).replaceAll("[]");
    }
}
