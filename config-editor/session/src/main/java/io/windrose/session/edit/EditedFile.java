package io.windrose.session.edit;

import io.windrose.config.decode.Decoded;
import io.windrose.config.decode.Decoder;
import io.windrose.config.file.FileSource;
import io.windrose.config.resource.ResourceId;
import io.windrose.config.tree.YamlFile;
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
/// @param objects one for each document, in the order of the text; none when it is not YAML
/// @param problems that stop the whole file
public record EditedFile(
        Path file, Optional<String> text, List<Entry> objects, List<Problem> problems) {
    static final Decoder DECODER = new Decoder(FileSource.NAME, Severity.ERROR);

    public EditedFile {
        objects = List.copyOf(objects);
        problems = List.copyOf(problems);
    }

    /// @param label `Kind namespace/name` as far as the document says
    /// @param id empty when the kind is not one of ours or there is no name
    /// @param line where its document begins, from 1
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
            case Result.Ok<YamlFile>(var yaml, _) ->
                    new EditedFile(
                            file,
                            Optional.of(text),
                            DECODER.decode(yaml).stream().map(one -> entry(yaml, one)).toList(),
                            List.of());
        };
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
                                        count(findings, one, true),
                                        count(findings, one, false)))
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

    /// The object in whose document a line stands.
    ///
    /// @param line from 1
    public Optional<Entry> at(int line) {
        var document = Documents.at(text.orElse(""), line);
        return objects.stream().filter(one -> document.has(one.line)).findFirst();
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

    /// By the names of their objects, in the order of the text.
    private Map<String, String> documents() {
        var written = Documents.byFirstLine(text.orElse(""));
        var documents = new LinkedHashMap<String, String>();
        for (var one : objects) {
            var document = written.floorEntry(one.line);
            documents.merge(
                    one.name(), document == null ? "" : document.getValue(), String::concat);
        }
        return documents;
    }

    private static int count(List<Finding> findings, Entry entry, boolean errors) {
        return (int)
                findings.stream()
                        .map(Finding::problem)
                        .filter(one -> one.isError() == errors)
                        .filter(one -> one.place().resource().equals(entry.label))
                        .count();
    }

    private static Entry entry(YamlFile yaml, Decoded decoded) {
        int errors = (int) decoded.problems().stream().filter(Problem::isError).count();
        return new Entry(
                decoded.label(),
                decoded.id(),
                yaml.documents().get(decoded.index()).root().span().line(),
                errors,
                decoded.problems().size() - errors);
    }
}
