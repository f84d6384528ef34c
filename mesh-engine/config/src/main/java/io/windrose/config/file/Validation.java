package io.windrose.config.file;

import io.windrose.config.decode.Decoded;
import io.windrose.config.decode.Decoder;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Severity;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/// What `windrose validate` finds: an unknown field is an error, an unknown kind a warning.
///
/// @param documents in the order of the files' paths, then of the text
/// @param unreadable files and directories that cannot be read, and text that is not YAML
public record Validation(List<Document> documents, List<Problem> unreadable) {

    public Validation {
        documents = List.copyOf(documents);
        unreadable = List.copyOf(unreadable);
    }

    /// One object: a document, or an item of one that is a `List`.
    ///
    /// @param index of the document in its file, from 0; documents of comments alone do not count
    /// @param resource `Kind namespace/name` as far as the document says
    public record Document(
            int index, String file, String resource, List<Problem> errors, List<Problem> warnings) {
        public Document {
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
        }

        public boolean valid() {
            return errors.isEmpty();
        }
    }

    public boolean valid() {
        return unreadable.isEmpty() && documents.stream().allMatch(Document::valid);
    }

    /// @param path a file, whatever its name, or a directory with all that is below it
    public static Validation of(Path path) {
        return of(InputFiles.of(path));
    }

    /// @param name how problems name the input, `-` for standard input
    public static Validation of(String name, InputStream input) {
        return of(InputFiles.of(name, input));
    }

    private static Validation of(InputFiles input) {
        var decoder = new Decoder("", Severity.ERROR);
        return new Validation(
                input.files().stream()
                        .flatMap(yaml ->
                                decoder.decodeObjects(yaml).stream()
                                        .map(one -> document(yaml.name(), one)))
                        .toList(),
                input.unreadable());
    }

    private static Document document(String file, Decoded decoded) {
        var errors = decoded.problems().stream().filter(Problem::isError).toList();
        var warnings = decoded.problems().stream().filter(one -> !one.isError()).toList();
        return new Document(decoded.index(), file, decoded.label(), errors, warnings);
    }
}
