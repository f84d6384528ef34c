package io.windrose.config.decode;

import io.windrose.config.schema.KindSchema;
import io.windrose.config.schema.Shape;
import io.windrose.config.syntax.Numbers;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Sequence;

/// Tells which fields a schema knows in each mapping that stands in a document.
final class SchemaFields {
    private final Outline.Listener listener;

    private SchemaFields(Outline.Listener listener) {
        this.listener = listener;
    }

    static void tell(KindSchema schema, Mapping document, Outline.Listener listener) {
        new SchemaFields(listener).section(schema.body(), document, "");
    }

    private void section(Shape.Section section, Mapping mapping, String path) {
        section.fields()
                .values()
                .forEach(field -> listener.asked(path, field.name(), accepted(field.shape())));
        for (var entry : mapping.entries()) {
            var name = entry.key().text();
            var field = section.fields().get(name);
            if (field != null) {
                value(field.shape(), entry.value(), path.isEmpty() ? name : path + "." + name);
            }
        }
    }

    private void value(Shape shape, ConfigTree value, String path) {
        if (shape instanceof Shape.Section section && value instanceof Mapping mapping) {
            section(section, mapping, path);
        }
        if (shape instanceof Shape.Entries entries && value instanceof Mapping mapping) {
            mapping.entries()
                    .forEach(entry ->
                            value(entries.value(), entry.value(), path + "." + entry.key().text()));
        }
        if (shape instanceof Shape.Items items && value instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                value(items.item(), sequence.items().get(i), path + "[" + i + "]");
            }
        }
    }

    private static Accepted accepted(Shape shape) {
        return switch (shape) {
            case Shape.Anything _ -> Accepted.ANYTHING;
            case Shape.Free _, Shape.Section _ -> Accepted.SECTION;
            case Shape.Flag _ -> Accepted.FLAG;
            case Shape.Whole(var min, var max) -> Accepted.whole(min, max);
            case Shape.Decimal(var min, var max) ->
                    Accepted.decimal(Numbers.plain(min), Numbers.plain(max));
            case Shape.Text text ->
                    text.format().wanted().equals("text") ? Accepted.TEXT : Accepted.DURATION;
            case Shape.Choice choice -> Accepted.choice(choice.words());
            case Shape.Entries _ -> Accepted.NAMES;
            case Shape.Items items ->
                    switch (items.item()) {
                        case Shape.Section _, Shape.Free _ -> Accepted.SECTIONS;
                        case Shape.Whole _, Shape.Decimal _ -> Accepted.NUMBERS;
                        default -> Accepted.TEXTS;
                    };
        };
    }
}
