package io.windrose.config.file;

import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// One edit that was made from here.
///
/// @param id counts up within one source, from 1
/// @param undone whether the file was put back since
public record JournalEntry(int id, Instant at, FileEdit edit, boolean undone) {

    /// The text that the journal keeps. File and contents are base64, so that nothing in them needs
    /// escaping.
    String text() {
        return String.join(
                "\n",
                List.of(
                        "at: " + base64(at.toString()),
                        "file: " + base64(edit.file().toString()),
                        "resource: " + base64(edit.resource()),
                        "summary: " + base64(edit.summary()),
                        "before: " + base64(edit.before()),
                        "after: " + base64(edit.after()),
                        ""));
    }

    /// @return nothing when the text is not one that [#text] made
    static Optional<JournalEntry> parse(int id, boolean undone, String text) {
        if (!(YamlFile.parse("", text) instanceof Result.Ok<YamlFile>(var yaml, _))
                || yaml.documents().isEmpty()
                || !(yaml.documents().getFirst().root() instanceof Mapping fields)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new JournalEntry(
                            id,
                            Instant.parse(plain(fields, "at")),
                            new FileEdit(
                                    Path.of(plain(fields, "file")),
                                    plain(fields, "before"),
                                    plain(fields, "after"),
                                    plain(fields, "resource"),
                                    plain(fields, "summary")),
                            undone));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String base64(String text) {
        // quoted, so that no reader takes it for a number
        return "\""
                + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "\"";
    }

    private static String plain(Mapping fields, String name) {
        if (!(fields.get(name).orElse(fields) instanceof Scalar scalar)) {
            throw new IllegalArgumentException("no " + name);
        }
        return new String(Base64.getDecoder().decode(scalar.text()), StandardCharsets.UTF_8);
    }
}
