package io.windrose.cli;

import io.windrose.analysis.Finding;

/// A finding as it is told.
///
/// @param cluster whose object it is about; empty where there is one cluster without a name
record Told(String cluster, Finding finding) {
    /// Whether it is about an object of the namespace, or about one that is in none.
    boolean isIn(String namespace) {
        var resource = finding.place().resource();
        int space = resource.indexOf(' ');
        int slash = resource.indexOf('/', space);
        if (slash >= 0) {
            return resource.substring(space + 1, slash).equals(namespace);
        }
        return !resource.startsWith("Namespace ") || resource.endsWith(" " + namespace);
    }
}
