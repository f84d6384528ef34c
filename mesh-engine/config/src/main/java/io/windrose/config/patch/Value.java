package io.windrose.config.patch;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.ScalarType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What is written, without the way in which it stands there.
public sealed interface Value {

    /// Written as `null`.
    record Nothing() implements Value {}

    /// Quoted where a reader could take it for something else.
    record Text(String text) implements Value {}

    record Whole(long number) implements Value {}

    /// A number as somebody wrote it: with a fraction, or with more digits than a `long` has.
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

    /// What a tree says: with aliases written out, and booleans and whole numbers as JSON has them.
    static Value of(ConfigTree tree) {
        return switch (tree) {
            case Mapping mapping -> {
                var fields = new LinkedHashMap<String, Value>();
                mapping.entries().forEach(one -> fields.put(one.key().text(), of(one.value())));
                yield new Fields(fields);
            }
            case Sequence list -> new Items(list.items().stream().map(Value::of).toList());
            case Scalar scalar -> word(scalar.type(), scalar.text());
        };
    }

    private static Value word(ScalarType type, String text) {
        return switch (type) {
            case NULL -> new Nothing();
            case BOOLEAN -> new Flag(ScalarType.truth(text));
            case INTEGER -> {
                var number = ScalarType.integer(text);
                yield number.bitLength() < Long.SIZE
                        ? new Whole(number.longValueExact())
                        : new Decimal(text);
            }
            case DECIMAL -> new Decimal(text);
            case TEXT -> new Text(text);
        };
    }

    /// Of what a program has made of maps, lists, texts, numbers and booleans.
    ///
    /// @throws IllegalArgumentException for anything else
    static Value of(Object plain) {
        return switch (plain) {
            case Map<?, ?> map -> {
                var fields = new LinkedHashMap<String, Value>();
                map.forEach((key, value) -> fields.put((String) key, of(value)));
                yield new Fields(fields);
            }
            case List<?> list -> new Items(list.stream().map(Value::of).toList());
            case String text -> new Text(text);
            case Boolean truth -> new Flag(truth);
            case Number number -> new Decimal(number.toString());
            default -> throw new IllegalArgumentException("no value: " + plain);
        };
    }

    /// As a document of lines, the last of them ended.
    default String yaml() {
        return Writer.PLAIN.block(this, 0) + "\n";
    }
}
