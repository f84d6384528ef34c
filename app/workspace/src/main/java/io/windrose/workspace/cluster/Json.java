package io.windrose.workspace.cluster;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.Span;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.util.List;

/// What a program or a server has answered. What is not there is empty, whatever is asked of it.
record Json(ConfigTree tree) {
    private static final Json NOTHING =
            new Json(new Mapping(List.of(), true, new Span(0, 0, 1, 1, 1, 1)));

    /// Nothing for a text that is no JSON.
    static Json of(String text) {
        return YamlFile.parse("", text) instanceof Result.Ok<YamlFile>(var yaml, _)
                        && !yaml.documents().isEmpty()
                ? new Json(yaml.documents().getFirst().root())
                : NOTHING;
    }

    Json get(String key) {
        return tree instanceof Mapping mapping
                ? mapping.get(key).map(Json::new).orElse(NOTHING)
                : NOTHING;
    }

    List<Json> items(String key) {
        return get(key).tree instanceof Sequence list
                ? list.items().stream().map(Json::new).toList()
                : List.of();
    }

    String text(String key) {
        return get(key).text();
    }

    String text() {
        return tree instanceof Scalar scalar ? scalar.text() : "";
    }
}
