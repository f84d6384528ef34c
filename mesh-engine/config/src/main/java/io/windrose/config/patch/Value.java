package io.windrose.config.patch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What a patch writes.
public sealed interface Value {

    /// Quoted where a reader could take it for something else.
    record Text(String text) implements Value {}

    record Whole(long number) implements Value {}

    /// A number as somebody wrote it, with its fraction.
    record Decimal(String digits) implements Value {}

    /// Written as `true` or `false`.
    record Flag(boolean truth) implements Value {}

    /// @param fields in the order in which they are written; `{}` where there are none
    record Fields(SequencedMap<String, Value> fields) implements Value {
        public Fields {
            fields = new LinkedHashMap<>(fields);
        }
    }

    /// @param items `[]` where there are none
    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }
}
