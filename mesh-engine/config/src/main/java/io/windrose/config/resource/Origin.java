package io.windrose.config.resource;

import io.windrose.kernel.Place;

/// Where an object was read.
///
/// @param source the name of the source that delivered it, e.g. `files`; empty when unknown
/// @param file the path within that source; empty when it is not from a file
/// @param document its position among the documents of the file, from 0
/// @param line where its document begins, from 1; 0 when unknown
public record Origin(String source, String file, int document, int line) {
    public static final Origin NOWHERE = new Origin("", "", 0, 0);

    public Place place() {
        return Place.at(file, line, line > 0 ? 1 : 0);
    }
}
