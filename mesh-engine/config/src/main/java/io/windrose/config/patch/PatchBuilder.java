package io.windrose.config.patch;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Entry;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.Span;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.ArrayList;
import java.util.List;

/// Collects the edits of one file, each in the style of the text around it.
///
/// Nodes are those of the file's own documents. What stands there through an anchor or an alias is
/// not edited, because the edit would reach further than it seems to; that is a problem of the
/// result. On the caller's thread.
public final class PatchBuilder {
    private final YamlFile file;
    private final String text;
    private final String newline;
    private final List<TextEdit> edits = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    public PatchBuilder(YamlFile file) {
        this.file = file;
        text = file.text();
        newline = text.contains("\r\n") ? "\r\n" : "\n";
    }

    public Result<ConfigPatch> build() {
        return Result.of(new ConfigPatch(file.name(), text, edits), problems);
    }

    /// Replaces a value that is one word, or fills in one that is missing after its colon.
    public void set(ConfigTree value, Value to) {
        var span = value.span();
        if (!(value instanceof Scalar) || indirect(span)) {
            problems.add(notEditable(value, "this value"));
            return;
        }
        boolean missing = span.start() == span.end();
        edits.add(new TextEdit(span.start(), span.end(), (missing ? " " : "") + to.inFlow(false)));
    }

    /// Adds a key that the mapping does not have, as its last.
    public void add(Mapping mapping, String key, Value value) {
        if (indirect(mapping.span()) || strays(mapping.entries(), mapping.span())) {
            problems.add(notEditable(mapping, "a mapping"));
        } else if (mapping.flow()) {
            boolean json = mapping.entries().stream().anyMatch(entry -> !entry.key().plain());
            var written = (json ? Quotes.quoted(key) : key) + ": " + value.inFlow(json);
            var ends = mapping.entries().stream().map(entry -> entry.value().span()).toList();
            var starts = mapping.entries().stream().map(entry -> entry.key().span()).toList();
            intoFlow(mapping.span(), starts, ends, written);
        } else {
            var indent = " ".repeat(mapping.span().column() - 1);
            var written = key + ":" + separated(value, indent);
            afterLine(mapping.entries().getLast().value().span(), indent + written);
        }
    }

    /// Adds an item to the end of the list.
    public void append(Sequence list, Value item) {
        var spans = list.items().stream().map(ConfigTree::span).toList();
        if (indirect(list.span()) || spans.stream().anyMatch(span -> outside(span, list.span()))) {
            problems.add(notEditable(list, "a list"));
        } else if (list.flow()) {
            intoFlow(list.span(), spans, spans, item.inFlow(isJson(list)));
        } else {
            var indent = " ".repeat(list.span().column() - 1);
            boolean inLine = list.items().getLast() instanceof Mapping last && last.flow();
            var written = inLine ? item.inFlow(false) : item.inBlock(indent + "  ", newline);
            afterLine(spans.getLast(), indent + "- " + written);
        }
    }

    private String separated(Value value, String indent) {
        return value instanceof Value.Fields
                ? newline + indent + "  " + value.inBlock(indent + "  ", newline)
                : " " + value.inFlow(false);
    }

    /// A line of its own behind the one in which `last` ends, whatever comment ends that line.
    private void afterLine(Span last, String line) {
        int end = text.indexOf('\n', last.end());
        if (end < 0) {
            edits.add(new TextEdit(text.length(), text.length(), newline + line));
        } else {
            edits.add(new TextEdit(end + 1, end + 1, line + newline));
        }
    }

    private void intoFlow(Span whole, List<Span> starts, List<Span> ends, String written) {
        if (ends.isEmpty()) {
            edits.add(new TextEdit(whole.start() + 1, whole.start() + 1, written));
            return;
        }
        int lineStart = text.lastIndexOf('\n', starts.getLast().start() - 1) + 1;
        var before = text.substring(lineStart, starts.getLast().start());
        boolean ownLine = lineStart > whole.start() && before.isBlank();
        int at = ends.getLast().end();
        edits.add(new TextEdit(at, at, (ownLine ? "," + newline + before : ", ") + written));
    }

    private boolean isJson(Sequence list) {
        return list.items().stream()
                .anyMatch(item ->
                        item instanceof Mapping mapping
                                && mapping.entries().stream()
                                        .anyMatch(entry -> !entry.key().plain()));
    }

    private boolean strays(List<Entry> entries, Span whole) {
        return entries.stream()
                .anyMatch(entry ->
                        outside(entry.key().span(), whole) || outside(entry.value().span(), whole));
    }

    private static boolean outside(Span inner, Span outer) {
        return inner.start() < outer.start() || inner.end() > outer.end();
    }

    /// Whether an anchor, an alias or a tag stands at the place.
    private boolean indirect(Span span) {
        return span.start() < span.end() && "&*!".indexOf(text.charAt(span.start())) >= 0;
    }

    private Problem notEditable(ConfigTree node, String what) {
        return Problem.error(
                "MESH0410",
                node.span().in(file.name()),
                "Here stands %s with an anchor, an alias or a tag, which is not edited; write it out"
                                .formatted(what)
                        + " and try again.");
    }
}
