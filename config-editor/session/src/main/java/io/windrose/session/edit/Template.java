package io.windrose.session.edit;

import io.windrose.config.schema.Field;
import io.windrose.config.schema.KindSchema;
import io.windrose.config.schema.Schemas;
import io.windrose.config.schema.Shape;
import io.windrose.kernel.NamespacedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The text that a new object begins with: what its schema asks for, and what most objects of its
/// kind have besides. Values are the schema's examples where nothing better is known.
///
/// Pure.
public final class Template {
    private static final String STEP = "  ";

    private final Beginnings beginnings;

    private Template(Beginnings beginnings) {
        this.beginnings = beginnings;
    }

    /// The kinds that there are templates for, those of one name by group.
    public static List<KindSchema> kinds() {
        return Schemas.names().stream()
                .sorted((one, other) -> kind(one).compareTo(kind(other)))
                .map(name -> Schemas.of(name).orElseThrow())
                .toList();
    }

    /// @param name its namespace is left out where objects of the kind have none
    /// @return one document of YAML, without a line of `---`, ending with a line break
    public static String of(KindSchema schema, NamespacedName name) {
        var template = new Template(Beginnings.of(schema, name));
        var text = new StringBuilder();
        var version = schema.apiVersion(schema.versions().getFirst());
        text.append("apiVersion: ").append(version).append('\n');
        text.append("kind: ").append(schema.kind()).append('\n');
        text.append("metadata:\n");
        text.append(STEP).append("name: ").append(Quoting.of(name.name())).append('\n');
        if (schema.namespaced() && !name.namespace().isEmpty()) {
            var namespace = Quoting.of(name.namespace());
            text.append(STEP).append("namespace: ").append(namespace).append('\n');
        }
        template.members(text, schema.body(), "", "");
        return text.toString();
    }

    private static String kind(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private void members(StringBuilder text, Shape.Section section, String path, String indent) {
        var wanted = wanted(section, path);
        for (var field : section.fields().values()) {
            if (wanted.contains(field.name())) {
                text.append(indent).append(field.name()).append(':');
                value(text, field, join(path, field.name()), indent);
            }
        }
    }

    /// What the schema asks for and what is usual; of members that stand for one another, the first
    /// where none is usual.
    private Set<String> wanted(Shape.Section section, String path) {
        var wanted =
                section.fields().values().stream()
                        .filter(field ->
                                field.required() || beginnings.has(join(path, field.name())))
                        .map(Field::name)
                        .collect(Collectors.toSet());
        for (var group : section.alternatives()) {
            if (group.fewest() > 0 && group.names().stream().noneMatch(wanted::contains)) {
                wanted.addAll(group.names().subList(0, group.fewest()));
            }
        }
        return wanted;
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private void value(StringBuilder text, Field field, String path, String indent) {
        var usual = beginnings.value(path);
        if (usual.isPresent()) {
            text.append(' ').append(usual.get()).append('\n');
            return;
        }
        switch (field.shape()) {
            case Shape.Section section -> section(text, section, path, indent + STEP);
            case Shape.Items(Shape.Section section, _, _, _) -> item(text, section, path, indent);
            default -> text.append(' ').append(leaf(field)).append('\n');
        }
    }

    private void section(StringBuilder text, Shape.Section section, String path, String indent) {
        if (wanted(section, path).isEmpty()) {
            text.append(" {}\n");
        } else {
            text.append('\n');
            members(text, section, path, indent);
        }
    }

    private void item(StringBuilder text, Shape.Section section, String path, String indent) {
        if (wanted(section, path).isEmpty()) {
            text.append(" [{}]\n");
            return;
        }
        var members = new StringBuilder();
        var inner = indent + STEP + STEP;
        members(members, section, path, inner);
        text.append('\n')
                .append(indent)
                .append(STEP)
                .append("- ")
                .append(members.substring(inner.length()));
    }

    private static String leaf(Field field) {
        var example = field.help().example();
        return example.isEmpty() ? leaf(field.shape()) : example;
    }

    private static String leaf(Shape shape) {
        return switch (shape) {
            case Shape.Flag() -> "true";
            case Shape.Whole(long min, long max) -> Long.toString(Math.clamp(1, min, max));
            case Shape.Decimal(double min, double max) ->
                    Double.toString(Math.clamp(1.0, min, max));
            case Shape.Choice(var words, _) -> words.getFirst();
            case Shape.Items(var item, int fewest, _, _) ->
                    fewest == 0 ? "[]" : "[" + leaf(item) + "]";
            case Shape.Text(var format, int shortest, _) ->
                    switch (format) {
                        case DURATION, ANY_DURATION, SECONDS, SHORT_DURATION -> "5s";
                        default -> shortest == 0 ? "\"\"" : "x".repeat(shortest);
                    };
            case Shape.Anything() -> "{}";
            case Shape.Free() -> "{}";
            case Shape.Section _ -> "{}";
            case Shape.Entries _ -> "{}";
        };
    }
}
