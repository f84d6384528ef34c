package io.windrose.config.edit;

import io.windrose.config.edit.Edit.Add;
import io.windrose.config.edit.Edit.AddDocument;
import io.windrose.config.edit.Edit.Insert;
import io.windrose.config.edit.Edit.RemoveDocument;
import io.windrose.config.edit.Edit.RemoveItem;
import io.windrose.config.edit.Edit.RemoveKey;
import io.windrose.config.edit.Edit.Rename;
import io.windrose.config.edit.Edit.Replace;
import io.windrose.config.patch.Value;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.ScalarType;
import io.windrose.config.tree.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a text says as plain maps, lists and words, and what it says after edits.
final class Model {
    private final List<Edit> edits;

    private Model(List<Edit> edits) {
        this.edits = edits;
    }

    static List<Object> of(YamlFile file) {
        return file.documents().stream().map(one -> plain(one.root())).toList();
    }

    private static Object plain(ConfigTree tree) {
        return switch (tree) {
            case Scalar scalar -> scalar.type() + " " + scalar.text();
            case Sequence list -> list.items().stream().map(Model::plain).toList();
            case Mapping mapping -> {
                var map = new LinkedHashMap<String, Object>();
                mapping.entries().forEach(one -> map.put(one.key().text(), plain(one.value())));
                yield map;
            }
        };
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Nothing _ -> ScalarType.NULL + " null";
            case Value.Text(var text) -> ScalarType.TEXT + " " + text;
            case Value.Whole(var number) -> ScalarType.INTEGER + " " + number;
            case Value.Decimal(var digits) -> ScalarType.DECIMAL + " " + digits;
            case Value.Flag(var truth) -> ScalarType.BOOLEAN + " " + truth;
            case Value.Items(var items) -> items.stream().map(Model::plain).toList();
            case Value.Fields(var fields) -> {
                var map = new LinkedHashMap<String, Object>();
                fields.forEach((key, one) -> map.put(key, plain(one)));
                yield map;
            }
        };
    }

    /// All edits name what they are about as it was before any of them.
    static List<Object> edited(List<Object> documents, List<Edit> edits) {
        var model = new Model(edits);
        var edited = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            if (!edits.contains(new RemoveDocument(List.of(i)))) {
                edited.add(model.edited(documents.get(i), List.of(i)));
            }
        }
        edits.forEach(edit -> {
            if (edit instanceof AddDocument added) {
                edited.add(plain(added.value()));
            }
        });
        return edited;
    }

    private Object edited(Object node, List<Object> path) {
        for (var edit : edits) {
            if (edit instanceof Replace(var at, var value) && at.equals(path)) {
                return plain(value);
            }
        }
        return switch (node) {
            case Map<?, ?> map -> editedMap(map, path);
            case List<?> list -> editedList(list, path);
            default -> node;
        };
    }

    private Object editedMap(Map<?, ?> map, List<Object> path) {
        var edited = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            if (!edits.contains(new RemoveKey(path, (String) key))) {
                edited.put(name(path, (String) key), edited(value, Edit.below(path, key)));
            }
            edited.putAll(added(path, (String) key));
        });
        if (map.isEmpty()) {
            edited.putAll(added(path, ""));
        }
        return edited;
    }

    private Map<String, Object> added(List<Object> path, String after) {
        var added = new LinkedHashMap<String, Object>();
        for (var edit : edits) {
            if (edit instanceof Add(var at, var behind, var key, var value)
                    && at.equals(path)
                    && behind.equals(after)) {
                added.put(key, plain(value));
            }
        }
        return added;
    }

    private String name(List<Object> path, String key) {
        return edits.stream()
                .filter(edit ->
                        edit instanceof Rename rename
                                && rename.path().equals(path)
                                && rename.key().equals(key))
                .map(edit -> ((Rename) edit).newKey())
                .findFirst()
                .orElse(key);
    }

    private Object editedList(List<?> list, List<Object> path) {
        var edited = new ArrayList<>();
        for (int i = 0; i <= list.size(); i++) {
            for (var edit : edits) {
                if (edit instanceof Insert(var at, int index, var value)
                        && at.equals(path)
                        && index == i) {
                    edited.add(plain(value));
                }
            }
            if (i < list.size() && !edits.contains(new RemoveItem(path, i))) {
                edited.add(edited(list.get(i), Edit.below(path, i)));
            }
        }
        return edited;
    }
}
