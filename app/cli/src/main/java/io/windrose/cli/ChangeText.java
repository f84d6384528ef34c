package io.windrose.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windrose.config.file.JournalEntry;
import io.windrose.session.Plan;

/// A change of configuration as the commands print it: its difference, or an object for scripts
/// whose `acknowledged` and `observed` are null where only files were written.
final class ChangeText {
    private static final JsonMapper JSON = new JsonMapper();

    private ChangeText() {}

    enum Format {
        DIFF,
        JSON
    }

    /// A change that has not been carried out.
    static String of(Plan plan, Format format) {
        return switch (format) {
            case DIFF -> plan.patch().isEmpty() ? "Nothing to change.\n" : plan.diff();
            case JSON -> {
                var json = object(plan.resource().toString(), plan.summary());
                json.putNull("id");
                json.put("diff", plan.diff());
                yield json.toString();
            }
        };
    }

    static String of(Plan plan, JournalEntry applied, Format format) {
        return switch (format) {
            case DIFF ->
                    plan.diff()
                            + "Applied as change %d; `windrose undo %d` takes it back.%n"
                                    .formatted(applied.id(), applied.id());
            case JSON -> {
                var json = object(plan.resource().toString(), plan.summary());
                json.put("id", applied.id());
                json.put("diff", plan.diff());
                yield json.toString();
            }
        };
    }

    static ObjectNode object(JournalEntry entry) {
        var json = object(entry.edit().resource(), entry.edit().summary());
        json.put("id", entry.id());
        json.put("at", entry.at().toString());
        json.put("file", entry.edit().file().toString());
        json.put("undone", entry.undone());
        return json;
    }

    private static ObjectNode object(String resource, String asked) {
        var json = JSON.createObjectNode();
        json.put("resource", resource);
        json.put("asked", asked);
        json.putNull("acknowledged");
        json.putNull("observed");
        return json;
    }
}
