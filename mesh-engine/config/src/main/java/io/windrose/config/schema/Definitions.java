package io.windrose.config.schema;

import io.windrose.config.patch.Value;
import io.windrose.config.schema.Shape.Alternatives;
import io.windrose.config.schema.Shape.Anything;
import io.windrose.config.schema.Shape.Choice;
import io.windrose.config.schema.Shape.Decimal;
import io.windrose.config.schema.Shape.Entries;
import io.windrose.config.schema.Shape.Flag;
import io.windrose.config.schema.Shape.Free;
import io.windrose.config.schema.Shape.Items;
import io.windrose.config.schema.Shape.Section;
import io.windrose.config.schema.Shape.Text;
import io.windrose.config.schema.Shape.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// The definitions by which an API server takes the kinds of the mesh, made of the same schemas
/// that documents are judged by. What no schema of OpenAPI and no short expression can say is left
/// to the webhook.
///
/// @see <a
///   href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/">Kubernetes'
///   structural schemas</a>
public final class Definitions {
    private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";

    private Definitions() {}

    /// All that Istio has too, as YAML with one document for each; those of Gateway API come with
    /// Gateway API.
    public static String ofTheMesh() {
        var text = new StringBuilder();
        Schemas.names().stream()
                .flatMap(name -> Schemas.of(name).stream())
                .filter(kind -> kind.group().endsWith(".istio.io") && kind.isServed())
                .forEach(kind -> text.append("---\n").append(Value.of(definition(kind)).yaml()));
        return text.toString();
    }

    private static SequencedMap<String, Object> definition(KindSchema kind) {
        var names = map("kind", kind.kind());
        names.put("listKind", kind.kind() + "List");
        names.put("plural", kind.plural());
        names.put("singular", kind.kind().toLowerCase(Locale.ROOT));
        if (!kind.shortNames().isEmpty()) {
            names.put("shortNames", kind.shortNames());
        }
        var family = kind.group().substring(0, kind.group().indexOf('.'));
        names.put("categories", List.of("istio-io", family + "-istio-io"));

        var spec = map("group", kind.group());
        spec.put("names", names);
        spec.put("scope", kind.namespaced() ? "Namespaced" : "Cluster");
        spec.put("versions", kind.versions().stream().map(one -> version(kind, one)).toList());

        var metadata = map("name", kind.plural() + "." + kind.group());
        metadata.put("labels", map("app.kubernetes.io/part-of", "windrose"));
        var definition = map("apiVersion", "apiextensions.k8s.io/v1");
        definition.put("kind", "CustomResourceDefinition");
        definition.put("metadata", metadata);
        definition.put("spec", spec);
        return definition;
    }

    private static SequencedMap<String, Object> version(KindSchema kind, String name) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var field : kind.body().fields().values()) {
            if (!field.help().meaning().isEmpty()) {
                properties.put(field.name(), property(field));
                if (field.required()) {
                    required.add(field.name());
                }
            }
        }
        var status = map("type", "object");
        status.put(PRESERVE, true);
        properties.put("status", status);
        var root = map("type", "object");
        root.put("description", kind.help().sentences());
        if (!required.isEmpty()) {
            root.put("required", required);
        }
        root.put("properties", properties);

        var version = map("name", name);
        version.put("served", true);
        version.put("storage", name.equals(kind.versions().getFirst()));
        if (!kind.columns().isEmpty()) {
            version.put("additionalPrinterColumns", columns(kind));
        }
        version.put("subresources", map("status", new LinkedHashMap<>()));
        version.put("schema", map("openAPIV3Schema", root));
        return version;
    }

    /// Columns of `kubectl get`, and the age, which it leaves out where there are others.
    private static List<Object> columns(KindSchema kind) {
        var columns = new ArrayList<Object>();
        kind.columns()
                .forEach((title, path) -> {
                    var column = map("name", title);
                    column.put("type", "string");
                    column.put("jsonPath", path);
                    columns.add(column);
                });
        var age = map("name", "Age");
        age.put("type", "date");
        age.put("jsonPath", ".metadata.creationTimestamp");
        columns.add(age);
        return columns;
    }

    private static SequencedMap<String, Object> property(Field field) {
        var property = schema(field.shape());
        var help = field.help().sentences();
        if (!help.isEmpty()) {
            property.putFirst("description", help);
        }
        if (field.nullable()) {
            property.put("nullable", true);
        }
        return property;
    }

    private static SequencedMap<String, Object> schema(Shape shape) {
        return switch (shape) {
            case Anything _ -> map(PRESERVE, true);
            case Free _ -> {
                var schema = map("type", "object");
                schema.put(PRESERVE, true);
                yield schema;
            }
            case Flag _ -> map("type", "boolean");
            case Whole(var min, var max) -> whole(min, max);
            case Decimal(var min, var max) -> decimal(min, max);
            case Choice choice -> {
                var schema = map("type", "string");
                schema.put(
                        "enum",
                        Stream.concat(choice.words().stream(), choice.instead().keySet().stream())
                                .toList());
                yield schema;
            }
            case Text text -> text(text);
            case Items items -> items(items);
            case Entries entries -> entries(entries);
            case Section section -> section(section);
        };
    }

    private static SequencedMap<String, Object> whole(long min, long max) {
        var schema = map("type", "integer");
        boolean small = min >= Integer.MIN_VALUE && max <= Integer.MAX_VALUE;
        schema.put("format", small ? "int32" : "int64");
        if (min > (small ? Integer.MIN_VALUE : Long.MIN_VALUE)) {
            schema.put("minimum", min);
        }
        if (max < (small ? Integer.MAX_VALUE : Long.MAX_VALUE)) {
            schema.put("maximum", max);
        }
        return schema;
    }

    private static SequencedMap<String, Object> decimal(double min, double max) {
        var schema = map("type", "number");
        schema.put("format", "double");
        if (min > -Double.MAX_VALUE) {
            schema.put("minimum", min);
        }
        if (max < Double.MAX_VALUE) {
            schema.put("maximum", max);
        }
        return schema;
    }

    private static SequencedMap<String, Object> text(Text text) {
        var schema = map("type", "string");
        if (text.shortest() > 0) {
            schema.put("minLength", text.shortest());
        }
        int longest = text.format() == Format.OWN_NAMESPACE ? 0 : text.longest();
        if (longest < Integer.MAX_VALUE) {
            schema.put("maxLength", longest);
        }
        Expression.ofText(text.format()).putInto(schema);
        text.format().pattern().ifPresent(one -> schema.put("pattern", "^(" + one + ")$"));
        return schema;
    }

    private static SequencedMap<String, Object> items(Items items) {
        var schema = map("type", "array");
        if (items.fewest() > 0) {
            schema.put("minItems", items.fewest());
        }
        if (items.most() < Integer.MAX_VALUE) {
            schema.put("maxItems", items.most());
        }
        if (items.isSet()) {
            schema.put("x-kubernetes-list-type", "set");
        } else if (!items.key().isEmpty()) {
            schema.put("x-kubernetes-list-type", "map");
            schema.put("x-kubernetes-list-map-keys", List.of(items.key()));
        }
        schema.put("items", schema(items.item()));
        return schema;
    }

    private static SequencedMap<String, Object> entries(Entries entries) {
        var schema = map("type", "object");
        if (entries.fewest() > 0) {
            schema.put("minProperties", entries.fewest());
        }
        if (entries.most() < Integer.MAX_VALUE) {
            schema.put("maxProperties", entries.most());
        }
        Expression.ofKeys(entries.key()).putInto(schema);
        schema.put("additionalProperties", schema(entries.value()));
        return schema;
    }

    private static SequencedMap<String, Object> section(Section section) {
        var schema = map("type", "object");
        var required =
                section.fields().values().stream()
                        .filter(Field::required)
                        .map(Field::name)
                        .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        var groups =
                section.alternatives().stream()
                        .filter(Alternatives::structural)
                        .map(Definitions::alternatives)
                        .toList();
        if (groups.size() == 1) {
            schema.putAll(groups.getFirst());
        } else if (!groups.isEmpty()) {
            schema.put("allOf", groups);
        }
        Expression.of(section).putInto(schema);
        var properties = new LinkedHashMap<String, Object>();
        section.fields().values().forEach(field -> properties.put(field.name(), property(field)));
        schema.put("properties", properties);
        return schema;
    }

    private static SequencedMap<String, Object> alternatives(Alternatives group) {
        var each =
                new ArrayList<Object>(
                        group.names().stream()
                                .map(name -> map("required", List.of(name)))
                                .toList());
        if (group.most() > 1) {
            return map("anyOf", each);
        }
        if (group.fewest() == 0) {
            each.addFirst(map("not", map("anyOf", List.copyOf(each))));
        }
        return map("oneOf", each);
    }

    private static SequencedMap<String, Object> map(String key, Object value) {
        return new LinkedHashMap<>(Map.of(key, value));
    }
}
