package io.windrose.kernel;

/// Where in the user's input something stands. Lines and columns count from 1; 0 means unknown.
///
/// @param file the file as the user named it, `-` for standard input, empty when there is none
/// @param resource `Kind namespace/name`, or empty when the problem is not about one resource
/// @param path inside the resource, e.g. `spec.http[0].route[1].weight`; empty for the whole
/// @param endColumn the column behind the last character
public record Place(
        String file,
        String resource,
        String path,
        int line,
        int column,
        int endLine,
        int endColumn) {

    public static final Place NOWHERE = new Place("", "", "", 0, 0, 0, 0);

    public static Place inFile(String file) {
        return new Place(file, "", "", 0, 0, 0, 0);
    }

    public static Place at(String file, int line, int column) {
        return new Place(file, "", "", line, column, line, column);
    }

    public Place withResource(String newResource) {
        return new Place(file, newResource, path, line, column, endLine, endColumn);
    }

    public Place withPath(String newPath) {
        return new Place(file, resource, newPath, line, column, endLine, endColumn);
    }

    /// `file:line:column`, as compilers print it, without the parts that are unknown.
    @Override
    public String toString() {
        var text = new StringBuilder(file);
        if (line > 0) {
            text.append(text.isEmpty() ? "" : ":").append(line);
            if (column > 0) {
                text.append(':').append(column);
            }
        }
        return text.toString();
    }
}
