package io.windrose.config.patch;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/// A text under edit, whose nodes are named by paths such as `spec.http.0`.
record Patched(YamlFile file, PatchBuilder patch) {

    static String text(String before, Consumer<Patched> edits) {
        return switch (built(before, edits)) {
            case Result.Ok<ConfigPatch>(var patch, _) -> patch.after();
            case Result.Err<ConfigPatch>(var problems) -> throw new AssertionError(problems);
        };
    }

    static List<String> problems(String before, Consumer<Patched> edits) {
        return built(before, edits).problems().stream().map(Problem::toString).toList();
    }

    private static Result<ConfigPatch> built(String before, Consumer<Patched> edits) {
        return YamlFile.parse("f.yaml", before)
                .then(file -> {
                    var patched = new Patched(file, new PatchBuilder(file));
                    edits.accept(patched);
                    return patched.patch.build();
                });
    }

    ConfigTree at(String path) {
        var node = file.documents().getFirst().root();
        for (var step : path.isEmpty() ? new String[0] : path.split("\\.")) {
            node =
                    node instanceof Sequence list
                            ? list.items().get(Integer.parseInt(step))
                            : ((Mapping) node).get(step).orElseThrow();
        }
        return node;
    }

    Mapping mapping(String path) {
        return (Mapping) at(path);
    }

    Sequence list(String path) {
        return (Sequence) at(path);
    }

    /// @param parts keys and values by turns
    static Value.Fields fields(Object... parts) {
        var fields = new LinkedHashMap<String, Value>();
        for (int i = 0; i < parts.length; i += 2) {
            fields.put((String) parts[i], value(parts[i + 1]));
        }
        return new Value.Fields(fields);
    }

    static Value.Items items(Object... parts) {
        return new Value.Items(List.of(parts).stream().map(Patched::value).toList());
    }

    private static Value value(Object part) {
        return switch (part) {
            case Value value -> value;
            case Integer number -> new Value.Whole(number);
            case Boolean truth -> new Value.Flag(truth);
            default -> new Value.Text((String) part);
        };
    }
}
