package io.windrose.analysis;

import io.windrose.config.patch.Value;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Entry;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.ScalarType;
import io.windrose.config.tree.Span;
import io.windrose.kernel.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A place in an object, whether or not something stands there: what is absent, `null` or of
/// another type than asked for reads as empty. That it is of the wrong type is a finding of the
/// object's schema.
public final class Node {
    static final Mapping NOTHING = new Mapping(List.of(), false, new Span(0, 0, 0, 0, 0, 0));

    private final MeshObject object;
    private final @Nullable Node parent;
    private final String name;
    private final int index;
    private final Optional<Entry> entry;
    private final ConfigTree tree;

    private Node(
            MeshObject object,
            @Nullable Node parent,
            String name,
            int index,
            Optional<Entry> entry,
            ConfigTree tree) {
        this.object = object;
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.entry = entry;
        this.tree = tree;
    }

    static Node root(MeshObject object, ConfigTree tree) {
        return new Node(object, null, "", -1, Optional.empty(), tree);
    }

    public MeshObject object() {
        return object;
    }

    public boolean exists() {
        return isThere() && !(tree instanceof Scalar scalar && scalar.isNull());
    }

    @SuppressWarnings("ReferenceEquality") // an empty mapping that somebody wrote is there
    private boolean isThere() {
        return tree != NOTHING;
    }

    /// What stands under a key, and under a key of that, and so on.
    public Node get(String... keys) {
        var node = this;
        for (var key : keys) {
            node = node.member(key);
        }
        return node;
    }

    private Node member(String key) {
        var found = tree instanceof Mapping mapping ? mapping.entry(key) : Optional.<Entry>empty();
        return new Node(
                object, this, key, -1, found, found.<ConfigTree>map(Entry::value).orElse(NOTHING));
    }

    /// Empty for what is no list.
    public List<Node> items() {
        if (!(tree instanceof Sequence sequence)) {
            return List.of();
        }
        var items = new ArrayList<Node>(sequence.items().size());
        for (int i = 0; i < sequence.items().size(); i++) {
            items.add(new Node(object, this, "", i, Optional.empty(), sequence.items().get(i)));
        }
        return items;
    }

    public List<Node> items(String key) {
        return get(key).items();
    }

    /// What stands under each key, in the order of the text; empty for what is no mapping.
    public List<Node> members() {
        return tree instanceof Mapping mapping
                ? mapping.entries().stream()
                        .map(one ->
                                new Node(
                                        object,
                                        this,
                                        one.key().text(),
                                        -1,
                                        Optional.of(one),
                                        one.value()))
                        .toList()
                : List.of();
    }

    /// The key under which this stands; empty for an item of a list.
    public String name() {
        return name;
    }

    /// The position in the list; -1 for what is no item.
    public int index() {
        return index;
    }

    /// Without quotes; empty for what is no single value.
    public String text() {
        return exists() && tree instanceof Scalar scalar ? scalar.text() : "";
    }

    public String text(String... keys) {
        return get(keys).text();
    }

    /// The single values of a list.
    public List<String> texts(String... keys) {
        return get(keys).items().stream()
                .filter(item -> item.tree instanceof Scalar)
                .map(Node::text)
                .toList();
    }

    /// The single values of a mapping by their keys, in the order of the text.
    public SequencedMap<String, String> words(String... keys) {
        var words = new LinkedHashMap<String, String>();
        get(keys).members().stream()
                .filter(member -> member.tree instanceof Scalar)
                .forEach(member -> words.put(member.name(), member.text()));
        return Collections.unmodifiableSequencedMap(words);
    }

    /// @param absent what is returned where no whole number of 32 bits stands
    public int whole(int absent) {
        if (!(tree instanceof Scalar scalar) || scalar.type() != ScalarType.INTEGER) {
            return absent;
        }
        var value = ScalarType.integer(scalar.text());
        return value.bitLength() < Integer.SIZE ? value.intValue() : absent;
    }

    public boolean isTrue() {
        return tree instanceof Scalar scalar
                && scalar.type() == ScalarType.BOOLEAN
                && ScalarType.truth(scalar.text());
    }

    /// What this stands in; for a whole object itself.
    public Node around() {
        return parent == null ? this : parent;
    }

    /// `spec.http[0].route[1].weight`; empty for the whole object.
    public String path() {
        if (parent == null) {
            return "";
        }
        var before = parent.path();
        if (index >= 0) {
            return before + "[" + index + "]";
        }
        return before.isEmpty() ? name : before + "." + name;
    }

    /// Where to point at: a single value or an item itself, the key of anything larger, and for
    /// what is absent whatever is around it.
    public Place place() {
        return span().in(object.file()).withResource(object.label()).withPath(path());
    }

    private Span span() {
        if (parent != null && !isThere()) {
            return parent.span();
        }
        boolean word = tree instanceof Scalar scalar && !scalar.text().isEmpty();
        return entry.filter(_ -> !word).map(one -> one.key().span()).orElse(tree.span());
    }

    /// What stands here, as the parser read it; an empty mapping for what is absent.
    public ConfigTree tree() {
        return tree;
    }

    /// Equal for the same text, however it is written.
    public Object value() {
        return switch (tree) {
            case Scalar scalar -> scalar.text();
            case Sequence _ -> items().stream().map(Node::value).toList();
            case Mapping _ -> {
                var value = new LinkedHashMap<String, Object>();
                members().forEach(member -> value.put(member.name(), member.value()));
                yield value;
            }
        };
    }

    /// The same, to be written elsewhere in the file.
    public Value copy() {
        return switch (tree) {
            case Scalar scalar -> copy(scalar);
            case Sequence _ -> new Value.Items(items().stream().map(Node::copy).toList());
            case Mapping _ -> {
                var fields = new LinkedHashMap<String, Value>();
                members().forEach(member -> fields.put(member.name(), member.copy()));
                yield new Value.Fields(fields);
            }
        };
    }

    private Value copy(Scalar scalar) {
        return switch (scalar.type()) {
            case INTEGER ->
                    whole(-1) < 0 ? new Value.Text(scalar.text()) : new Value.Whole(whole(0));
            case BOOLEAN -> new Value.Flag(isTrue());
            default -> new Value.Text(scalar.text());
        };
    }

    /// `path: text`, for a person who debugs.
    @Override
    public String toString() {
        return path() + ": " + value();
    }
}
