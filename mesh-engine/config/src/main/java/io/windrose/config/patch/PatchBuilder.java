package io.windrose.config.patch;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.Span;
import io.windrose.config.tree.YamlDocument;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Collects the edits of one file, each in the style of the text around it.
///
/// - Nodes are those of the file's own documents, and indexes are those of the lists as they were
///   read, whatever other edits the patch has.
/// - What stands there through an anchor, an alias or a tag is not edited, because the edit would
///   reach further than it seems to; nor is a mapping with a key that stands there twice, is merged
///   by `<<` or begins with `?`. That is a problem of the result, as are two edits of which one
///   removes what the other changes.
/// - The comments of a key or an item are those at the end of its lines, the comment lines directly
///   above it that begin in the same column, and those below it that begin further right. Comment
///   lines above the first key of a document belong to the document.
///
/// On the caller's thread.
public final class PatchBuilder {
    private final YamlFile file;
    private final Source source;
    private final Map<Span, CollectionChange> collections = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Value.Fields> documents = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    public PatchBuilder(YamlFile file) {
        this.file = file;
        source = new Source(file.text());
    }

    public Result<ConfigPatch> build() {
        var all = new ArrayList<>(changes);
        all.addAll(collections.values());
        all.sort(Comparator.comparingInt((Change one) -> one.about().start()).reversed());
        var found = new ArrayList<>(problems);
        for (int i = 0; i < all.size(); i++) {
            var about = all.get(i).about();
            for (int j = 0; j < all.size(); j++) {
                if (i != j && removes(all.get(j), about)) {
                    found.add(contradiction(about));
                    break;
                }
            }
        }
        if (!found.isEmpty()) {
            return new Result.Err<>(found);
        }
        var edits = new ArrayList<TextEdit>();
        all.forEach(one -> edits.addAll(one.edits()));
        var writer = writer(file.documents().stream().map(YamlDocument::root).toList());
        for (int i = 0; i < documents.size(); i++) {
            edits.add(new Documents(file, source).add(writer, documents.get(i), i > 0));
        }
        return Result.ok(new ConfigPatch(file.name(), file.text(), joined(edits)));
    }

    /// Both of two documents that follow each other take the marker between them.
    private List<TextEdit> joined(List<TextEdit> edits) {
        var joined = new ArrayList<TextEdit>();
        for (var edit : new ConfigPatch(file.name(), file.text(), edits).edits()) {
            if (!joined.isEmpty() && edit.start() < joined.getLast().end()) {
                var last = joined.removeLast();
                if (!last.replacement().isEmpty() || !edit.replacement().isEmpty()) {
                    throw new IllegalStateException(last + " overlaps " + edit);
                }
                int end = Math.max(last.end(), edit.end());
                joined.add(new TextEdit(last.start(), end, ""));
            } else {
                joined.add(edit);
            }
        }
        return joined;
    }

    private static boolean removes(Change change, Span about) {
        return change.gone().stream().anyMatch(gone -> Spot.within(about, gone));
    }

    /// Replaces a value that is one word or a text, or fills in one that is missing after its
    /// colon. A mapping or a list is refused, so that no part of a tree is lost by mistake.
    public void set(ConfigTree value, Value to) {
        if (value instanceof Scalar) {
            replace(value, to);
        } else {
            problems.add(notEditable(value.span(), "this value"));
        }
    }

    /// Replaces a value, whatever it is, with the comments in it and behind its last line; a value
    /// in the line of its key leaves the comment of that line.
    ///
    /// A text keeps the quotes of the one before. A mapping or list that had members between
    /// brackets stays between brackets; elsewhere it has lines of its own.
    public void replace(ConfigTree value, Value to) {
        var spot = Spot.of(file, value);
        if (isIndirect(value.span()) || isAnchored(spot) || hasAnchor(value)) {
            problems.add(notEditable(value.span(), "this value"));
            return;
        }
        var own = own(spot);
        var change = new Replacement(source, writer(spot), spot, own.orElse(alone(value)), to);
        if (own.isPresent() || change.isInPlace()) {
            changes.add(change);
        } else {
            problems.add(irregular(value.span()));
        }
    }

    /// Adds a key that the mapping does not have, as its last.
    public void add(Mapping mapping, String key, Value value) {
        change(mapping, "a mapping")
                .ifPresent(change ->
                        change.insert(new Insertion(change.size() - 1, true, key, value)));
    }

    /// Adds a key that the mapping does not have, behind one that it has.
    public void addAfter(Mapping mapping, String existing, String key, Value value) {
        int index = index(mapping, existing);
        change(mapping, "a mapping")
                .ifPresent(change -> change.insert(new Insertion(index, true, key, value)));
    }

    /// Gives a key another name that the mapping does not have, in the same quotes.
    public void rename(Mapping mapping, String key, String newKey) {
        var written = mapping.entries().get(index(mapping, key)).key();
        var spot = Spot.of(file, mapping);
        if (isIndirect(mapping.span()) || isIndirect(written.span()) || isAnchored(spot)) {
            problems.add(notEditable(written.span(), "a key"));
        } else if (Layout.of(source, mapping).isEmpty()) {
            problems.add(irregular(mapping.span()));
        } else {
            changes.add(new Renaming(source, written, newKey));
        }
    }

    /// Removes a key with its value and its comments. The last one leaves `{}`, because a key
    /// without any value would be null, which is something else to an API server.
    public void remove(Mapping mapping, String key) {
        int index = index(mapping, key);
        var entry = mapping.entries().get(index);
        remove(mapping, index, isIndirect(entry.key().span()) || hasAnchor(entry.value()));
    }

    /// Removes an item with its comments. The last one leaves `[]`.
    public void remove(Sequence list, int index) {
        remove(list, index, hasAnchor(list.items().get(index)));
    }

    private void remove(ConfigTree collection, int index, boolean anchored) {
        if (anchored) {
            problems.add(notEditable(collection.span(), "a value"));
            return;
        }
        change(collection, collection instanceof Mapping ? "a mapping" : "a list")
                .ifPresent(change -> change.remove(index));
    }

    /// Puts an item before the one that has this index now.
    ///
    /// @param index up to the size of the list, which puts the item at the end
    public void insert(Sequence list, int index, Value item) {
        int size = list.items().size();
        Objects.checkIndex(index, size + 1);
        boolean atEnd = index == size;
        change(list, "a list")
                .ifPresent(change ->
                        change.insert(new Insertion(atEnd ? size - 1 : index, atEnd, "", item)));
    }

    /// Adds an item to the end of the list.
    public void append(Sequence list, Value item) {
        insert(list, list.items().size(), item);
    }

    /// Adds a document to the end of the file.
    public void addDocument(Value.Fields document) {
        documents.add(document);
    }

    /// Removes a document with the `---` before it and all comments up to the next one. Of a file
    /// that begins without `---`, the comments above a blank line stay.
    public void removeDocument(YamlDocument document) {
        changes.add(new Documents(file, source).removed(document));
    }

    private static int index(Mapping mapping, String key) {
        for (int i = 0; i < mapping.entries().size(); i++) {
            if (mapping.entries().get(i).key().text().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no key `" + key + "`");
    }

    /// @return the one change of a collection; empty, with a problem, where it cannot be edited
    private Optional<CollectionChange> change(ConfigTree collection, String what) {
        var span = collection.span();
        var known = collections.get(span);
        if (known != null) {
            return Optional.of(known);
        }
        var spot = Spot.of(file, collection);
        if (isIndirect(span) || isAnchored(spot)) {
            problems.add(notEditable(span, what));
            return Optional.empty();
        }
        var members = Layout.of(source, collection);
        var own = own(spot);
        if (members.isEmpty() || own.isEmpty()) {
            problems.add(irregular(span));
            return Optional.empty();
        }
        var change = new CollectionChange(source, writer(spot), spot, own.get(), members.get());
        collections.put(span, change);
        return Optional.of(change);
    }

    /// A node with its key or dash.
    private Optional<Member> own(Spot spot) {
        return spot.parent()
                .map(parent -> Layout.of(source, parent).map(all -> all.get(spot.index())))
                .orElseGet(() -> Optional.of(alone(spot.node())));
    }

    private static Member alone(ConfigTree node) {
        var span = node.span();
        return new Member(span.start(), span.start(), span.end(), -1, node);
    }

    private Writer writer(Spot spot) {
        return writer(List.of(spot.around().isEmpty() ? spot.node() : spot.around().getFirst()));
    }

    private Writer writer(List<ConfigTree> roots) {
        return roots.stream()
                .findFirst()
                .map(root -> Writer.like(source, root))
                .orElse(Writer.PLAIN);
    }

    /// Whether an anchor, an alias or a tag stands at the place.
    private boolean isIndirect(Span span) {
        return span.start() < span.end() && "&*!".indexOf(source.at(span.start())) >= 0;
    }

    /// Whether an alias can repeat what is around the node.
    private boolean isAnchored(Spot spot) {
        return spot.around().stream().anyMatch(one -> isIndirect(one.span()));
    }

    private boolean hasAnchor(ConfigTree tree) {
        boolean own = isIndirect(tree.span()) && source.at(tree.span().start()) != '*';
        boolean keys =
                tree instanceof Mapping mapping
                        && mapping.entries().stream()
                                .anyMatch(entry -> isIndirect(entry.key().span()));
        return own || keys || Spot.children(tree).stream().anyMatch(this::hasAnchor);
    }

    private Problem notEditable(Span span, String what) {
        return Problem.error(
                "MESH0410",
                span.in(file.name()),
                "Here stands %s with an anchor, an alias or a tag, which is not edited; write it out"
                                .formatted(what)
                        + " and try again.");
    }

    private Problem irregular(Span span) {
        return Problem.error(
                "MESH0410",
                span.in(file.name()),
                "Here stands a key for the second time, a merge by `<<` or a key after `?`, which"
                        + " is not edited; write it out and try again.");
    }

    private Problem contradiction(Span span) {
        return Problem.error(
                "MESH0411",
                span.in(file.name()),
                "Two edits of one patch contradict each other: one removes what the other changes.");
    }
}
