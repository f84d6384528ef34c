package io.windrose.config.edit;

import io.windrose.config.patch.Value;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.YamlDocument;
import io.windrose.config.tree.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The edit that takes another one back.
final class Inverse {
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private Inverse() {}

    /// @return empty where the old value cannot be written, or its place not be named
    static Optional<Edit> of(YamlFile file, Edit edit) {
        return switch (edit) {
            case Edit.Add(var path, _, var key, _) -> Optional.of(new Edit.RemoveKey(path, key));
            case Edit.Insert(var path, int index, _) ->
                    Optional.of(new Edit.RemoveItem(path, index));
            case Edit.Rename(var path, var key, var newKey) ->
                    Optional.of(new Edit.Rename(path, newKey, key));
            case Edit.Replace(var path, _) ->
                    value(RandomEdits.at(file, path)).map(old -> new Edit.Replace(path, old));
            case Edit.RemoveItem(var path, int index) ->
                    value(RandomEdits.at(file, Edit.below(path, index)))
                            .map(old -> new Edit.Insert(path, index, old));
            case Edit.RemoveKey(var path, var key) -> {
                var keys =
                        ((Mapping) RandomEdits.at(file, path))
                                .entries().stream().map(one -> one.key().text()).toList();
                int index = keys.indexOf(key);
                yield index == 0 && keys.size() > 1
                        ? Optional.empty()
                        : value(RandomEdits.at(file, Edit.below(path, key)))
                                .map(old ->
                                        new Edit.Add(
                                                path,
                                                index == 0 ? "" : keys.get(index - 1),
                                                key,
                                                old));
            }
            case Edit.AddDocument _ ->
                    Optional.of(new Edit.RemoveDocument(List.of(file.documents().size())));
            case Edit.RemoveDocument(var path) ->
                    path.getFirst().equals(file.documents().size() - 1)
                            ? addAgain(file.documents().getLast())
                            : Optional.empty();
        };
    }

    private static Optional<Edit> addAgain(YamlDocument document) {
        return value(document.root())
                .filter(Value.Fields.class::isInstance)
                .map(old -> new Edit.AddDocument(List.of(), (Value.Fields) old));
    }

    private static Optional<Value> value(ConfigTree tree) {
        return switch (tree) {
            case Scalar scalar ->
                    switch (scalar.type()) {
                        case TEXT -> Optional.of(new Value.Text(scalar.text()));
                        case INTEGER ->
                                Optional.of(scalar.text())
                                        .filter(text -> WHOLE.matcher(text).matches())
                                        .map(Long::parseLong)
                                        .map(Value.Whole::new);
                        case BOOLEAN ->
                                Optional.of(scalar.text())
                                        .filter(text -> text.equals("true") || text.equals("false"))
                                        .map(Boolean::parseBoolean)
                                        .map(Value.Flag::new);
                        case NULL, DECIMAL -> Optional.empty();
                    };
            case Sequence list -> {
                var items = new ArrayList<Value>();
                list.items().forEach(item -> value(item).ifPresent(items::add));
                yield items.size() == list.items().size()
                        ? Optional.of(new Value.Items(items))
                        : Optional.empty();
            }
            case Mapping mapping -> {
                var fields = new LinkedHashMap<String, Value>();
                mapping.entries()
                        .forEach(one ->
                                value(one.value())
                                        .ifPresent(old -> fields.put(one.key().text(), old)));
                yield fields.size() == mapping.entries().size()
                        ? Optional.of(new Value.Fields(fields))
                        : Optional.empty();
            }
        };
    }
}
