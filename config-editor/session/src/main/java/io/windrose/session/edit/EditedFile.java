package io.windrose.session.edit;

import io.windrose.config.decode.Decoded;
import io.windrose.config.decode.Decoder;
import io.windrose.config.file.FileSource;
import io.windrose.config.resource.ResourceId;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A file of a folder with the objects that stand in it.
///
/// @param text empty when the file cannot be read at all
/// @param objects in the order of the text, those that a `List` holds in its place; none when it is
///   not YAML
/// @param problems that stop the whole file
public record EditedFile(
        Path file, Optional<String> text, List<Entry> objects, List<Problem> problems) {
    static final Decoder DECODER = new Decoder(FileSource.NAME, Severity.ERROR);

    private static final String SHARED = "MESH1842";

    public EditedFile {
        objects = List.copyOf(objects);
        problems = List.copyOf(problems);
    }

    /// @param label `Kind namespace/name` as far as the document says
    /// @param id empty when the kind is not one of ours or there is no name
    /// @param line where it begins, from 1
    public record Entry(String label, Optional<ResourceId> id, int line, int errors, int warnings) {

        /// `Kind namespace/name`, in full where it is known.
        public String name() {
            return id.map(ResourceId::toString).orElse(label);
        }
    }

    /// Blocks on the disk.
    public static EditedFile read(Path file) {
        return switch (YamlFile.readText(file)) {
            case Result.Err<String>(var problems) ->
                    new EditedFile(file, Optional.empty(), List.of(), problems);
            case Result.Ok<String>(var text, _) -> of(file, text);
        };
    }

    public static EditedFile of(Path file, String text) {
        return switch (YamlFile.parse(file.toString(), text)) {
            case Result.Err<YamlFile>(var problems) ->
                    new EditedFile(file, Optional.of(text), List.of(), problems);
            case Result.Ok<YamlFile>(var yaml, _) -> of(file, text, DECODER.decodeObjects(yaml));
        };
    }

    static EditedFile of(Path file, String text, List<Decoded> decoded) {
        return new EditedFile(
                file,
                Optional.of(text),
                decoded.stream().map(EditedFile::entry).toList(),
                List.of());
    }

    /// The same objects with everything counted that is known of them.
    public EditedFile with(List<Finding> findings) {
        var counted =
                objects.stream()
                        .map(one ->
                                new Entry(
                                        one.label,
                                        one.id,
                                        one.line,
                                        count(findings, one, Severity.ERROR),
                                        count(findings, one, Severity.WARNING)))
                        .toList();
        return new EditedFile(file, text, counted, problems);
    }

    /// While a text is not YAML, the objects that last stood in it, the first of them marked.
    public EditedFile orAsIn(EditedFile before) {
        if (problems.isEmpty() || before.objects.isEmpty()) {
            return this;
        }
        var marked = new ArrayList<>(before.objects);
        var first = marked.getFirst();
        marked.set(0, new Entry(first.label, first.id, first.line, problems.size(), 0));
        return new EditedFile(file, text, marked, problems);
    }

    /// The object to which a line belongs: of those in its document the last that begins there or
    /// before, else the first.
    ///
    /// @param line from 1
    public Optional<Entry> at(int line) {
        var together = inDocumentOf(line);
        return together.stream()
                .filter(one -> one.line <= line)
                .reduce((_, last) -> last)
                .or(() -> together.stream().findFirst());
    }

    private List<Entry> inDocumentOf(int line) {
        var document = Documents.at(text.orElse(""), line);
        return objects.stream().filter(one -> document.has(one.line)).toList();
    }

    /// The text without the object to which a line belongs, and without the comment before it.
    ///
    /// @param line from 1
    /// @return empty when nothing but blanks would be left; a problem where the object shares its
    ///   document with others, as in a `List`
    public Result<String> without(int line) {
        return inDocumentOf(line).size() > 1
                ? Result.err(
                        Problem.error(
                                SHARED,
                                Place.at(file.toString(), line, 1),
                                "%s shares its document with other objects; delete its lines in the"
                                                .formatted(at(line).orElseThrow().name())
                                        + " text."))
                : Result.ok(Documents.without(text.orElse(""), line));
    }

    /// The names of the objects whose documents read differently in another state of the file, or
    /// stand in one of the two alone; those of this state first.
    public List<String> differingFrom(EditedFile other) {
        var here = documents();
        var there = other.documents();
        return Stream.concat(here.keySet().stream(), there.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(here.get(name), there.get(name)))
                .toList();
    }

    /// By the names of their objects, in the order of the text. Of several objects in one document
    /// each has the lines up to the next.
    private Map<String, String> documents() {
        var lines = text.orElse("").lines().toList();
        var written = Documents.byFirstLine(text.orElse(""));
        var documents = new LinkedHashMap<String, String>();
        for (var document : written.entrySet()) {
            var next = written.higherKey(document.getKey());
            int end = next == null ? lines.size() + 1 : next;
            var inside =
                    objects.stream()
                            .filter(one -> document.getKey() <= one.line && one.line < end)
                            .toList();
            for (int i = 0; i < inside.size(); i++) {
                int first = i == 0 ? document.getKey() : inside.get(i).line;
                int last = i + 1 < inside.size() ? inside.get(i + 1).line : end;
                var part =
                        inside.size() == 1
                                ? document.getValue()
                                : String.join(
                                        "\n", lines.subList(first - 1, Math.max(first, last - 1)));
                documents.merge(inside.get(i).name(), part, String::concat);
            }
        }
        return documents;
    }

    private static int count(List<Finding> findings, Entry entry, Severity severity) {
        return (int)
                findings.stream()
                        .map(Finding::problem)
                        .filter(one -> one.severity() == severity)
                        .filter(one -> one.place().resource().equals(entry.label))
                        .count();
    }

    private static Entry entry(Decoded decoded) {
        int errors = (int) decoded.problems().stream().filter(Problem::isError).count();
        return new Entry(
                decoded.label(),
                decoded.id(),
                decoded.tree().span().line(),
                errors,
                decoded.problems().size() - errors);
    }
}
