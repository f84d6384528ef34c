package io.windrose.config.patch;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// What a patch writes.
public sealed interface Value {

    record Text(String text) implements Value {}

    record Whole(long number) implements Value {}

    /// @param fields in the order in which they are written
    record Fields(SequencedMap<String, Value> fields) implements Value {
        public Fields {
            fields = new LinkedHashMap<>(fields);
        }
    }

    /// In one line, as `{a: b}`.
    ///
    /// @param json quotes all keys and texts
    default String inFlow(boolean json) {
        return switch (this) {
            case Text(var text) -> json ? Quotes.quoted(text) : Quotes.whereNeeded(text);
            case Whole(var number) -> Long.toString(number);
            case Fields(var fields) ->
                    fields.entrySet().stream()
                            .map(e ->
                                    (json ? Quotes.quoted(e.getKey()) : e.getKey())
                                            + ": "
                                            + e.getValue().inFlow(json))
                            .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /// In several lines, the first without indentation.
    ///
    /// @param indent of the following lines
    default String inBlock(String indent, String newline) {
        return switch (this) {
            case Text _, Whole _ -> inFlow(false);
            case Fields(var fields) ->
                    fields.entrySet().stream()
                            .map(e ->
                                    e.getKey()
                                            + ":"
                                            + (e.getValue() instanceof Fields inner
                                                    ? newline
                                                            + indent
                                                            + "  "
                                                            + inner.inBlock(indent + "  ", newline)
                                                    : " " + e.getValue().inFlow(false)))
                            .collect(Collectors.joining(newline + indent));
        };
    }
}
