package io.windrose.config.tree;

import io.windrose.config.tree.ConfigTree.Entry;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;

/// A mapping or list whose end has not come yet.
final class Frame {

    /// @param size how many nodes it has, those that aliases repeat included
    record Sized(ConfigTree node, int size) {}

    /// Members of one mapping or list; with more of them an object is larger than an API server
    /// takes, and a `List` of objects is as long as a file may be.
    static final int MAX_MEMBERS = 100_000;

    /// Kubernetes' longest keys have 317: a prefix and a name.
    private static final int LONGEST_KEY = 1024;

    private final String name;
    private final String text;
    private final FindingsBuilder findings;
    private final CollectionStartEvent start;
    private final Span span;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Entry> merged = new ArrayList<>();
    private final List<ConfigTree> items = new ArrayList<>();
    private @Nullable Scalar key;
    private int size = 1;
    private int members;

    /// @param name of the file, as problems name it
    /// @param text all of it
    /// @param findings of the document
    Frame(
            String name,
            String text,
            FindingsBuilder findings,
            CollectionStartEvent start,
            Span span) {
        this.name = name;
        this.text = text;
        this.findings = findings;
        this.start = start;
        this.span = span;
    }

    Span span() {
        return span;
    }

    Optional<Anchor> anchor() {
        return start.getAnchor();
    }

    boolean isFull() {
        return members >= MAX_MEMBERS && key == null;
    }

    void add(Sized child) {
        size = Math.addExact(size, child.size());
        members += key == null ? 1 : 0;
        if (!(start instanceof MappingStartEvent)) {
            items.add(child.node());
        } else if (key == null) {
            key = key(child.node());
        } else {
            addEntry(new Entry(key, child.node()));
            key = null;
        }
    }

    private void addEntry(Entry entry) {
        if (entry.key().plain() && entry.key().text().equals("<<")) {
            merge(entry.value());
            return;
        }
        var first = entries.putIfAbsent(entry.key().text(), entry);
        if (first != null) {
            findings.add(Severity.ERROR, () -> duplicate(first, entry));
        }
    }

    private Scalar key(ConfigTree node) {
        if (node instanceof Scalar scalar) {
            return scalar.text().length() <= LONGEST_KEY ? scalar : tooLong(scalar);
        }
        findings.add(
                Problem.error(
                        "MESH0107",
                        node.span().in(name),
                        "A key must be text, not " + node.describe() + "."));
        return new Scalar(node.describe(), false, "", node.span());
    }

    private Scalar tooLong(Scalar key) {
        findings.add(
                Problem.error(
                        "MESH0107",
                        key.span().in(name),
                        "A key has at most %d characters, not %d."
                                .formatted(LONGEST_KEY, key.text().length())));
        return new Scalar(key.text().substring(0, LONGEST_KEY), key.plain(), key.tag(), key.span());
    }

    private Problem duplicate(Entry first, Entry second) {
        return Problem.error(
                "MESH0106",
                second.key().span().in(name),
                "The key `%s` stands here a second time; the first is in line %d."
                        .formatted(second.key().text(), first.key().span().line()));
    }

    /// YAML 1.1's merge key: what the mapping itself says wins.
    private void merge(ConfigTree from) {
        switch (from) {
            case Mapping mapping -> merged.addAll(mapping.entries());
            case Sequence sequence -> sequence.items().forEach(this::merge);
            case Scalar _ -> {
                // `<<: null` merges nothing
            }
        }
    }

    /// @param end where the parser sees its end
    Sized whole(Span end) {
        return new Sized(node(end), size);
    }

    private ConfigTree node(Span end) {
        if (start instanceof MappingStartEvent) {
            var colon = textWithColon();
            if (colon.isPresent()) {
                return colon.get();
            }
            var own = List.copyOf(entries.values());
            merged.forEach(entry -> entries.putIfAbsent(entry.key().text(), entry));
            var last = own.isEmpty() ? span : own.getLast().value().span();
            return new Mapping(List.copyOf(entries.values()), start.isFlow(), upTo(end, last));
        }
        var last = items.isEmpty() ? span : items.getLast().span();
        return new Sequence(items, start.isFlow(), upTo(end, last));
    }

    /// In `[2001:db8::]` the last colon ends a key to YAML 1.2, but belongs to the text for
    /// kubectl's reader, and for whoever wrote the address.
    private Optional<Scalar> textWithColon() {
        boolean pair = start.isFlow() && text.charAt(span.start()) != '{';
        if (!pair || entries.size() != 1) {
            return Optional.empty();
        }
        var entry = entries.values().iterator().next();
        var end = entry.value().span();
        boolean nothing = end.start() == end.end() && end.start() > 0;
        boolean touching = nothing && entry.key().span().end() + 1 == end.start();
        return touching && entry.key().plain()
                ? Optional.of(
                        new Scalar(
                                entry.key().text() + ":", true, "", entry.key().span().upTo(end)))
                : Optional.empty();
    }

    private Span upTo(Span end, Span last) {
        return span.upTo(start.isFlow() || last.end() < span.start() ? end : last);
    }
}
