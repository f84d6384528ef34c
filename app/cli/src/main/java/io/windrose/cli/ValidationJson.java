package io.windrose.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.windrose.config.file.Validation;
import io.windrose.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found about each document, as a JSON array for scripts; the members are a contract.
final class ValidationJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ValidationJson() {}

    /// One item for each document, in their order; lines and columns count from 1, and are null
    /// where a problem has no place in the text.
    static String of(List<Validation.Document> documents) {
        var items = JSON.createArrayNode();
        for (var document : documents) {
            var item = items.addObject();
            item.put("index", document.index());
            item.put("file", document.file());
            item.put("resource", document.resource());
            item.put("valid", document.valid());
            problems(item.putArray("errors"), document.errors());
            problems(item.putArray("warnings"), document.warnings());
        }
        return items.toPrettyString();
    }

    private static void problems(ArrayNode array, List<Problem> problems) {
        for (var problem : problems) {
            var item = array.addObject();
            item.put("code", problem.code());
            item.put("path", problem.place().path());
            item.put("message", problem.message());
            item.put("line", known(problem.place().line()));
            item.put("column", known(problem.place().column()));
        }
    }

    private static @Nullable Integer known(int position) {
        return position > 0 ? position : null;
    }
}
