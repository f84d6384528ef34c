package io.windrose.config.edit;

import io.windrose.config.patch.PatchBuilder;
import io.windrose.config.patch.Value;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.YamlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;

/// Edits of a file, chosen by chance.
final class RandomEdits {
    private static final String NEW_KEY = "addedByTheTest";

    private final YamlFile file;
    private final SplittableRandom random;
    private final List<List<Object>> paths = new ArrayList<>();
    private int keys;

    RandomEdits(YamlFile file, SplittableRandom random) {
        this.file = file;
        this.random = random;
        for (int i = 0; i < file.documents().size(); i++) {
            collect(file.documents().get(i).root(), List.of(i));
        }
    }

    private void collect(ConfigTree tree, List<Object> path) {
        paths.add(path);
        switch (tree) {
            case Mapping mapping ->
                    mapping.entries()
                            .forEach(one ->
                                    collect(one.value(), Edit.below(path, one.key().text())));
            case Sequence list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    collect(list.items().get(i), Edit.below(path, i));
                }
            }
            case Scalar _ -> {
                // has nothing below
            }
        }
    }

    static ConfigTree at(YamlFile file, List<Object> path) {
        var node = file.documents().get((int) path.getFirst()).root();
        for (var step : path.subList(1, path.size())) {
            node =
                    node instanceof Mapping mapping
                            ? mapping.get((String) step).orElseThrow()
                            : ((Sequence) node).items().get((int) step);
        }
        return node;
    }

    Edit any() {
        int kind = random.nextInt(100);
        if (kind < 3 || paths.isEmpty()) {
            return new Edit.AddDocument(List.of(), fields());
        }
        var path = paths.get(random.nextInt(paths.size()));
        if (kind < 6) {
            return new Edit.RemoveDocument(path.subList(0, 1));
        }
        return kind < 30 ? new Edit.Replace(path, value(2)) : within(path);
    }

    private Edit within(List<Object> path) {
        return switch (at(file, path)) {
            case Scalar _ when path.size() > 1 -> within(path.subList(0, path.size() - 1));
            case Mapping mapping when !mapping.entries().isEmpty() -> {
                int chosen = random.nextInt(mapping.entries().size());
                var key = mapping.entries().get(chosen).key().text();
                yield switch (random.nextInt(5)) {
                    case 0 ->
                            new Edit.Add(
                                    path,
                                    mapping.entries().getLast().key().text(),
                                    newKey(),
                                    value(2));
                    case 1 -> new Edit.Add(path, key, newKey(), value(2));
                    case 2 -> new Edit.Rename(path, key, newKey());
                    default -> new Edit.RemoveKey(path, key);
                };
            }
            case Mapping _ -> new Edit.Add(path, "", newKey(), value(2));
            case Sequence list when !list.items().isEmpty() && random.nextInt(2) == 0 ->
                    new Edit.RemoveItem(path, random.nextInt(list.items().size()));
            case Sequence list ->
                    new Edit.Insert(path, random.nextInt(list.items().size() + 1), value(2));
            case Scalar _ -> new Edit.Replace(path, value(2));
        };
    }

    private String newKey() {
        keys++;
        return NEW_KEY + keys;
    }

    private Value.Fields fields() {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("host", value(0));
        fields.put("on", value(1));
        return new Value.Fields(fields);
    }

    private Value value(int depth) {
        return switch (random.nextInt(depth > 0 ? 14 : 9)) {
            case 0 -> new Value.Whole(random.nextInt(100));
            case 1 -> new Value.Text("v" + random.nextInt(9));
            case 2 -> new Value.Text("on");
            case 3 -> new Value.Text("a: b # c");
            case 4 -> new Value.Text("");
            case 5 -> new Value.Text("*x, {y} [z] \"q\" 'r' \\ \u00e9 \t\u0085");
            case 6 -> new Value.Flag(random.nextBoolean());
            case 7 -> new Value.Text("two\nlines\n");
            case 8 ->
                    random.nextBoolean()
                            ? new Value.Text("-1")
                            : new Value.Decimal("0." + random.nextInt(1, 100));
            case 9, 10 -> new Value.Items(List.of(value(depth - 1), value(depth - 1)));
            case 11 ->
                    random.nextBoolean()
                            ? new Value.Items(List.of())
                            : new Value.Fields(new LinkedHashMap<>());
            default -> {
                var fields = new LinkedHashMap<String, Value>();
                fields.put("a", value(depth - 1));
                fields.put("b c", value(depth - 1));
                yield new Value.Fields(fields);
            }
        };
    }

    static void apply(PatchBuilder builder, YamlFile file, Edit edit) {
        switch (edit) {
            case Edit.Add(var path, var after, var key, var value) -> {
                var mapping = (Mapping) at(file, path);
                if (isLast(mapping, after)) {
                    builder.add(mapping, key, value);
                } else {
                    builder.addAfter(mapping, after, key, value);
                }
            }
            case Edit.Rename(var path, var key, var newKey) ->
                    builder.rename((Mapping) at(file, path), key, newKey);
            case Edit.RemoveKey(var path, var key) -> builder.remove((Mapping) at(file, path), key);
            case Edit.RemoveItem(var path, int index) ->
                    builder.remove((Sequence) at(file, path), index);
            case Edit.Insert(var path, int index, var value) ->
                    builder.insert((Sequence) at(file, path), index, value);
            case Edit.Replace(var path, var value) -> builder.replace(at(file, path), value);
            case Edit.AddDocument(_, var value) -> builder.addDocument(value);
            case Edit.RemoveDocument(var path) ->
                    builder.removeDocument(file.documents().get((int) path.getFirst()));
        }
    }

    private static boolean isLast(Mapping mapping, String key) {
        return mapping.entries().isEmpty() || mapping.entries().getLast().key().text().equals(key);
    }
}
