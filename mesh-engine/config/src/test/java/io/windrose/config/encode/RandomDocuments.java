package io.windrose.config.encode;

import io.windrose.config.patch.Value;
import io.windrose.config.patch.Value.Decimal;
import io.windrose.config.patch.Value.Fields;
import io.windrose.config.patch.Value.Flag;
import io.windrose.config.patch.Value.Items;
import io.windrose.config.patch.Value.Nothing;
import io.windrose.config.patch.Value.Text;
import io.windrose.config.patch.Value.Whole;
import io.windrose.config.schema.KindSchema;
import io.windrose.config.schema.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Documents with fields that their kind has, and words in them that look like something else.
record RandomDocuments(SplittableRandom random) {
    private static final int DEEPEST = 12;
    private static final List<String> WORDS =
            List.of(
                    "reviews",
                    "reviews.shop.svc.cluster.local",
                    "5s",
                    "10.0.0.0/8",
                    "8080",
                    "on",
                    "No",
                    "y",
                    "~",
                    "null",
                    "",
                    " ",
                    "0x1F",
                    "0777",
                    "1_000",
                    "1e3",
                    ".5",
                    ".inf",
                    "-",
                    "- a",
                    "? b",
                    ": c",
                    "a: b # c",
                    "#",
                    "*x",
                    "&y z",
                    "!!str",
                    "<<",
                    "=",
                    "%TAG",
                    "@at",
                    "`tick`",
                    "---",
                    "...",
                    "'",
                    "\"",
                    "\\",
                    "{a: 1}",
                    "[a, b]",
                    "a,b",
                    "two\nlines\n",
                    "\ttab",
                    " blanks ",
                    "2026-01-31T12:00:00Z",
                    "12:30:45",
                    "\u0085",
                    "\u2028",
                    "\ufeff",
                    "\u0000",
                    "\u007f",
                    "\u00e9\ud83d\ude00");

    Fields of(KindSchema kind) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("apiVersion", new Text(kind.apiVersion(any(kind.versions()))));
        fields.put("kind", new Text(kind.kind()));
        var metadata = new LinkedHashMap<String, Value>();
        metadata.put("name", new Text("one"));
        metadata.put("labels", entries(this::word));
        fields.put("metadata", new Fields(metadata));
        kind.body()
                .fields()
                .values()
                .forEach(field -> fields.putIfAbsent(field.name(), value(field.shape(), 0)));
        return new Fields(fields);
    }

    private Value value(Shape shape, int depth) {
        return switch (shape) {
            case Shape.Anything _ -> anything(depth);
            case Shape.Free _ -> entries(() -> anything(depth));
            case Shape.Flag _ -> new Flag(random.nextBoolean());
            case Shape.Whole(var min, var max) ->
                    new Whole(any(List.of(min, max, Math.clamp(random.nextInt(), min, max))));
            case Shape.Decimal _ -> new Decimal(any(List.of("0.5", "-1.25e9", ".inf", "100.0")));
            case Shape.Choice choice -> new Text(any(choice.words()));
            case Shape.Text _ -> word();
            case Shape.Items items -> new Items(some(() -> value(items.item(), depth + 1)));
            case Shape.Entries entries -> entries(() -> value(entries.value(), depth + 1));
            case Shape.Section section -> section(section, depth);
        };
    }

    private Value section(Shape.Section section, int depth) {
        var fields = new LinkedHashMap<String, Value>();
        for (var field : section.fields().values()) {
            if (depth < DEEPEST && (field.required() || random.nextInt(depth + 2) == 0)) {
                fields.put(
                        field.name(),
                        field.nullable() && random.nextInt(4) == 0
                                ? new Nothing()
                                : value(field.shape(), depth + 1));
            }
        }
        return new Fields(fields);
    }

    private Value anything(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 7 : 5)) {
            case 0 -> new Nothing();
            case 1 -> new Flag(random.nextBoolean());
            case 2 -> new Whole(random.nextLong());
            case 3 -> new Decimal("18446744073709551615");
            case 4 -> word();
            case 5 -> new Items(some(() -> anything(depth + 1)));
            default -> entries(() -> anything(depth + 1));
        };
    }

    private Fields entries(Supplier<Value> value) {
        SequencedMap<String, Value> entries = new LinkedHashMap<>();
        some(value).forEach(one -> entries.put(any(WORDS), one));
        return new Fields(entries);
    }

    private List<Value> some(Supplier<Value> value) {
        return Stream.generate(value).limit(random.nextInt(3)).toList();
    }

    private Value word() {
        return new Text(any(WORDS));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
