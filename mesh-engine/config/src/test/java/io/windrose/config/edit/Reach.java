package io.windrose.config.edit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.windrose.config.edit.Comments.Comment;
import io.windrose.config.patch.ConfigPatch;
import io.windrose.config.patch.TextEdit;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.Span;
import io.windrose.config.tree.YamlFile;
import java.util.BitSet;
import java.util.List;

/// How far one edit may reach into a text.
///
/// Outside of the node that goes, what a patch takes out is blanks, line breaks, at most one comma
/// and the node's own comments; a blank line stays unless it stands among those. All that goes lies
/// between the lines of the node and of those comments, but for the break or the comma before them.
/// An insertion takes out nothing.
final class Reach {
    private final YamlFile file;
    private final String text;
    private final Edit edit;
    private final Comments comments;

    Reach(YamlFile file, Edit edit) {
        this.file = file;
        this.edit = edit;
        text = file.text();
        comments = Comments.of(file);
    }

    void check(ConfigPatch patch) {
        switch (edit) {
            case Edit.Add(var path, _, _, _) -> insertion(patch, path);
            case Edit.Insert(var path, _, _) -> insertion(patch, path);
            case Edit.AddDocument _ -> insertion(patch, List.of());
            case Edit.Rename(var path, var key, _) -> {
                var span = ((Mapping) at(path)).entry(key).orElseThrow().key().span();
                assertThat(patch.edits())
                        .extracting(TextEdit::start, TextEdit::end)
                        .containsExactly(tuple(span.start(), span.end()));
            }
            case Edit.RemoveKey(var path, var key) -> {
                var mapping = (Mapping) at(path);
                var entry = mapping.entry(key).orElseThrow();
                int start = entry.key().span().start();
                removal(patch, path, start, Math.max(entry.key().span().end(), end(entry.value())));
            }
            case Edit.RemoveItem(var path, int index) -> {
                var list = (Sequence) at(path);
                var item = list.items().get(index);
                int start = list.flow() ? item.span().start() : dash(list, index);
                removal(patch, path, start, Math.max(start + 1, end(item)));
            }
            case Edit.Replace(var path, _) -> replacement(patch, at(path));
            case Edit.RemoveDocument(var path) -> document(patch, (int) path.getFirst());
        }
    }

    private ConfigTree at(List<Object> path) {
        return RandomEdits.at(file, path);
    }

    /// Of a pair such as in `[a: b]`, that of its value.
    private int end(ConfigTree value) {
        boolean pair =
                value instanceof Mapping mapping
                        && mapping.flow()
                        && "{*&!".indexOf(text.charAt(mapping.span().start())) < 0;
        return pair
                ? ((Mapping) value).entries().getLast().value().span().end()
                : value.span().end();
    }

    private int dash(Sequence list, int index) {
        int line = lineStart(list.items().get(index).span().start());
        int column = list.span().column() - 1;
        if (index == 0) {
            return list.span().start();
        }
        while (text.charAt(line + column) != '-'
                || !text.substring(line, line + column).isBlank()) {
            line = lineStart(line - 1);
        }
        return line + column;
    }

    private int lineStart(int place) {
        return Math.max(text.startsWith("\ufeff") ? 1 : 0, text.lastIndexOf('\n', place - 1) + 1);
    }

    private int lineEnd(int place) {
        int end = text.indexOf('\n', place);
        return end < 0 ? text.length() : end;
    }

    private BitSet removed(ConfigPatch patch) {
        var removed = new BitSet();
        patch.edits().forEach(one -> removed.set(one.start(), one.end()));
        return removed;
    }

    private void insertion(ConfigPatch patch, List<Object> path) {
        var removed = removed(patch);
        if (!path.isEmpty()) {
            var node = at(path);
            if (size(node) == 0 && !removed.isEmpty()) {
                replacement(patch, node);
                return;
            }
        }
        assertThat(removed.isEmpty()).isTrue();
        if (path.isEmpty()) {
            assertThat(patch.edits().getLast().start()).isEqualTo(text.length());
        }
    }

    private void replacement(ConfigPatch patch, ConfigTree value) {
        var whole = value.span();
        var span = new Span(whole.start(), end(value), 0, 0, 0, 0);
        boolean block = isBlock(value);
        int last = block ? lineEnd(span.end()) : span.end();
        var removed = removed(patch);
        assertThat(removed.get(span.start(), span.end()).cardinality())
                .isEqualTo(span.end() - span.start());
        assertThat(removed.length()).isLessThanOrEqualTo(Math.max(last, lineEnd(last)));
        removed.clear(span.start(), span.end());
        for (var one : comments.all()) {
            boolean before = block && one.end() <= span.start() && isAlone(one);
            boolean behind = one.start() >= span.end() && one.end() <= last;
            if (before || behind) {
                removed.clear(one.start(), one.end());
            }
        }
        assertThat(left(removed)).isBlank();
    }

    /// What is removed of the text, one after the other.
    private String left(BitSet removed) {
        var left = new StringBuilder();
        removed.stream().forEach(i -> left.append(text.charAt(i)));
        return left.toString();
    }

    private boolean isAlone(Comment comment) {
        return text.substring(lineStart(comment.start()), comment.start()).isBlank();
    }

    private void removal(ConfigPatch patch, List<Object> path, int start, int end) {
        var collection = at(path);
        boolean flow = !isBlock(collection);
        var removed = removed(patch);
        assertThat(removed.get(start, end).cardinality()).isEqualTo(end - start);
        var written = patch.edits().stream().map(TextEdit::replacement).collect(joining());
        boolean brackets = size(collection) == 1 && !flow;
        assertThat(written.strip()).isIn(brackets ? List.of("{}", "[]") : List.of(""));
        removed.clear(start, end);
        boolean top = path.size() == 1 && start == collection.span().start();
        int lines = isCompact(start) ? 4 : 1;
        int lastOwn = end;
        for (var one : comments.all()) {
            boolean within = one.start() > start && one.start() < end;
            boolean gone = removed.get(one.start());
            if (!within && (gone || !flow)) {
                assertThat(gone).as("%s goes", one).isEqualTo(owns(one, start, end, top, flow));
            }
            if (gone) {
                removed.clear(one.start(), one.end());
                lines += isAlone(one) ? 1 : 0;
                lastOwn = Math.max(lastOwn, one.end());
            }
        }
        assertThat(left(removed).replaceFirst(",", "")).isBlank();
        int among = (int) text.substring(end, lastOwn).lines().filter(String::isBlank).count();
        if (!flow && !text.contains("|+") && !text.contains(">+")) {
            assertThat(left(removed).chars().filter(c -> c == '\n').count())
                    .isLessThanOrEqualTo(lines + among);
        }
    }

    private static int size(ConfigTree collection) {
        return collection instanceof Mapping mapping
                ? mapping.entries().size()
                : ((Sequence) collection).items().size();
    }

    private static boolean isBlock(ConfigTree tree) {
        return switch (tree) {
            case Mapping mapping -> !mapping.flow();
            case Sequence list -> !list.flow();
            case Scalar _ -> false;
        };
    }

    private boolean isCompact(int start) {
        return !text.substring(lineStart(start), start).isBlank();
    }

    /// @param top whether it is the first member of a document
    private boolean owns(Comment one, int start, int end, boolean top, boolean flow) {
        if (one.start() > start && one.end() <= lineEnd(end)) {
            return true;
        }
        int column = start - lineStart(start);
        int own = one.start() - lineStart(one.start());
        if (one.end() < start) {
            boolean touches =
                    text.substring(lineStart(one.start()), lineStart(start))
                            .lines()
                            .allMatch(line -> startsAt(line, column));
            return touches && own == column && !isCompact(start) && !top && isAlone(one);
        }
        int below = Math.min(text.length(), lineEnd(end) + 1);
        boolean deeper =
                text.substring(below, Math.max(below, lineStart(one.start())))
                        .lines()
                        .allMatch(line -> line.isBlank() || startsBehind(line, column));
        return deeper && own > column && !flow && isAlone(one);
    }

    private static boolean startsAt(String line, int column) {
        return line.indexOf('#') == column && line.substring(0, column).isBlank();
    }

    private static boolean startsBehind(String line, int column) {
        return line.strip().startsWith("#") && line.indexOf('#') > column;
    }

    private void document(ConfigPatch patch, int index) {
        var roots = file.documents().stream().map(one -> one.root().span()).toList();
        var removed = removed(patch);
        var own = roots.get(index);
        assertThat(removed.get(own.start(), own.end()).cardinality())
                .isEqualTo(own.end() - own.start());
        int from = index == 0 ? 0 : roots.get(index - 1).end();
        int to = index == roots.size() - 1 ? text.length() : roots.get(index + 1).start();
        assertThat(removed.nextSetBit(0)).isGreaterThanOrEqualTo(from);
        assertThat(removed.length()).isLessThanOrEqualTo(to);
        assertThat(patch.edits()).extracting(TextEdit::replacement).containsExactly("");
    }
}
