package io.windrose.config.schema;

import io.windrose.config.schema.Shape.Alternatives;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.ScalarType;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes a schema of its YAML. Every mistake in one of these files is a bug, and is thrown.
///
/// The words are those of OpenAPI where it has one (`properties`, `items`, `required`, `enum`,
/// `minimum` ...); `type` also takes the name of a [Format]; `keys` and `values` stand for
/// `additionalProperties`; `$ref` names a shape under `definitions`. Ours are `help`, `unit`,
/// `example`, `default` (which is told, never filled in), `deprecated`, `extends` (a definition
/// whose members come first), `exclusive` (at most one of some members), `rivals` (the same, where
/// only the webhook minds), `oneOf` (exactly one), `anyOf` (at least one), `rules` (each a [Rule]),
/// `expressions` (each an [Expression] under its message).
final class SchemaReader {
    private static final Set<String> WORDS =
            Set.of(
                    "$ref",
                    "anyOf",
                    "default",
                    "deprecated",
                    "enum",
                    "example",
                    "exclusive",
                    "expressions",
                    "extends",
                    "help",
                    "items",
                    "keys",
                    "maxItems",
                    "maxLength",
                    "maxProperties",
                    "maximum",
                    "minItems",
                    "minLength",
                    "minProperties",
                    "minimum",
                    "nullable",
                    "oneOf",
                    "properties",
                    "required",
                    "rivals",
                    "rules",
                    "type",
                    "unique",
                    "unit",
                    "values");
    private static final Map<String, Format> FORMATS =
            Arrays.stream(Format.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    format -> word(format.name()), Function.identity()));
    private static final Map<String, Rule> RULES =
            Arrays.stream(Rule.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    rule -> word(rule.name()), Function.identity()));
    private static final long MAX_UINT32 = 0xFFFF_FFFFL;
    private static final int MAX_PORT = 65_535;
    private static final Shape.Section NO_MEMBERS =
            Shape.Section.of(new LinkedHashMap<>(), List.of(), List.of(), List.of());
    private static final Help NOTHING = new Help("", "", "", "");

    private final String file;
    private final Mapping root;
    private final SchemaReader shared;
    private final Map<String, Shape> definitions = new HashMap<>();

    /// @param shared where definitions are looked up that `text` does not have
    SchemaReader(String file, String text, Optional<SchemaReader> shared) {
        this.file = file;
        this.shared = shared.orElse(this);
        this.root =
                switch (YamlFile.parse(file, text)) {
                    case Result.Ok<YamlFile>(var yaml, _) ->
                            (Mapping) yaml.documents().getFirst().root();
                    case Result.Err<YamlFile>(var problems) ->
                            throw new IllegalStateException(problems.toString());
                };
    }

    /// Reads every definition, so that this may be asked for them on any thread from then on.
    SchemaReader whole() {
        mapping(root, "definitions")
                .entries()
                .forEach(entry -> definition(entry.key().text(), entry.key()));
        return this;
    }

    /// @param name of a definition that has members
    Shape.Section section(String name) {
        return (Shape.Section) definition(name, root);
    }

    KindSchema kind() {
        var versions = words(root, "versions");
        var members = new LinkedHashMap<String, Field>();
        for (var name : List.of("apiVersion", "kind", "metadata", "status")) {
            members.put(name, new Field(name, new Shape.Anything(), false, true, "", NOTHING));
        }
        for (var entry : mapping(root, "body").entries()) {
            members.put(entry.key().text(), field(entry, words(root, "required")));
        }
        return new KindSchema(
                text(root, "kind"),
                text(root, "group"),
                versions,
                text(root, "plural"),
                words(root, "shortNames"),
                !text(root, "scope").equals("Cluster"),
                help(root),
                columns(),
                Shape.Section.of(members, List.of(), List.of(), List.of()));
    }

    private SequencedMap<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        if (has(root, "columns")) {
            mapping(root, "columns")
                    .entries()
                    .forEach(one -> columns.put(one.key().text(), ((Scalar) one.value()).text()));
        }
        return columns;
    }

    private Field field(ConfigTree.Entry entry, List<String> required) {
        var name = entry.key().text();
        var node = known(entry.value());
        return new Field(
                name,
                shape(node),
                required.contains(name),
                truth(node, "nullable") || truth(root, "nulls"),
                text(node, "deprecated"),
                help(node));
    }

    private Mapping known(ConfigTree tree) {
        if (!(tree instanceof Mapping node)) {
            throw mistake(tree, "a schema is a mapping");
        }
        for (var entry : node.entries()) {
            if (!WORDS.contains(entry.key().text())) {
                throw mistake(entry.key(), "unknown word " + entry.key().text());
            }
        }
        return node;
    }

    private Shape shape(Mapping node) {
        if (has(node, "$ref")) {
            return definition(text(node, "$ref"), node);
        }
        if (has(node, "properties")) {
            return section(node);
        }
        if (has(node, "items")) {
            return new Shape.Items(
                    shape(known(mapping(node, "items"))),
                    integer(node, "minItems", 0),
                    integer(node, "maxItems", Integer.MAX_VALUE),
                    text(node, "unique"));
        }
        if (has(node, "values")) {
            return new Shape.Entries(
                    has(node, "keys") ? format(node, text(node, "keys")) : Format.TEXT,
                    shape(known(mapping(node, "values"))),
                    integer(node, "minProperties", 0),
                    integer(node, "maxProperties", Integer.MAX_VALUE));
        }
        return has(node, "enum") ? choice(node) : simple(node);
    }

    private Shape definition(String name, ConfigTree at) {
        var known = definitions.get(name);
        if (known != null) {
            return known;
        }
        var found = root.get("definitions").flatMap(all -> ((Mapping) all).get(name));
        if (found.isPresent()) {
            var shape = shape(known(found.get()));
            definitions.put(name, shape);
            return shape;
        }
        if (shared == this) {
            throw mistake(at, "no definition " + name);
        }
        return shared.definition(name, at);
    }

    private Shape section(Mapping node) {
        var base =
                has(node, "extends")
                        ? (Shape.Section) definition(text(node, "extends"), node)
                        : NO_MEMBERS;
        var required = words(node, "required");
        var fields = new LinkedHashMap<>(base.fields());
        for (var entry : mapping(node, "properties").entries()) {
            fields.put(entry.key().text(), field(entry, required));
        }
        if (!fields.keySet().containsAll(required)) {
            throw mistake(node, "required, but no property: " + required);
        }
        var alternatives =
                List.of("exclusive", "rivals", "oneOf", "anyOf").stream()
                        .flatMap(word -> groups(node, word).stream())
                        .toList();
        for (var group : alternatives) {
            if (!fields.keySet().containsAll(group.names())) {
                throw mistake(node, "alternatives that are no properties: " + group.names());
            }
        }
        return Shape.Section.of(
                fields,
                Stream.concat(base.alternatives().stream(), alternatives.stream()).toList(),
                Stream.concat(
                                base.rules().stream(),
                                words(node, "rules").stream().map(name -> rule(node, name)))
                        .toList(),
                Stream.concat(base.expressions().stream(), expressions(node)).toList());
    }

    private Stream<Expression> expressions(Mapping node) {
        return has(node, "expressions")
                ? mapping(node, "expressions").entries().stream()
                        .map(entry ->
                                new Expression(((Scalar) entry.value()).text(), entry.key().text()))
                : Stream.of();
    }

    private static List<Alternatives> groups(Mapping node, String word) {
        boolean required = word.equals("oneOf") || word.equals("anyOf");
        int fewest = required ? 1 : 0;
        int most = word.equals("anyOf") ? Integer.MAX_VALUE : 1;
        return items(node, word).stream()
                .map(group -> new Alternatives(words(group), fewest, most, !word.equals("rivals")))
                .toList();
    }

    private Rule rule(Mapping node, String name) {
        var rule = RULES.get(name);
        if (rule == null) {
            throw mistake(node, "no rule " + name);
        }
        return rule;
    }

    private Shape choice(Mapping node) {
        var instead = new LinkedHashMap<String, String>();
        node.get("deprecated")
                .ifPresent(old -> {
                    for (var entry : ((Mapping) old).entries()) {
                        instead.put(entry.key().text(), ((Scalar) entry.value()).text());
                    }
                });
        return new Shape.Choice(words(node, "enum"), instead);
    }

    private Shape simple(Mapping node) {
        var type = text(node, "type");
        return switch (type) {
            case "any" -> new Shape.Anything();
            case "object" -> new Shape.Free();
            case "boolean" -> new Shape.Flag();
            case "port" -> new Shape.Whole(1, MAX_PORT);
            case "int32" -> whole(node, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "uint32" -> whole(node, 0, MAX_UINT32);
            case "integer" -> whole(node, Long.MIN_VALUE, Long.MAX_VALUE);
            case "number" ->
                    new Shape.Decimal(
                            decimal(node, "minimum", -Double.MAX_VALUE),
                            decimal(node, "maximum", Double.MAX_VALUE));
            default ->
                    new Shape.Text(
                            format(node, type),
                            integer(node, "minLength", 0),
                            integer(node, "maxLength", Integer.MAX_VALUE));
        };
    }

    private static Shape whole(Mapping node, long min, long max) {
        return new Shape.Whole(
                has(node, "minimum") ? Long.parseLong(text(node, "minimum")) : min,
                has(node, "maximum") ? Long.parseLong(text(node, "maximum")) : max);
    }

    private Format format(Mapping node, String name) {
        var format = FORMATS.get(name.equals("string") ? "text" : name);
        if (format == null) {
            throw mistake(node, "no type " + name);
        }
        return format;
    }

    private static Help help(Mapping node) {
        return new Help(
                text(node, "help"),
                text(node, "default"),
                text(node, "unit"),
                text(node, "example"));
    }

    private IllegalStateException mistake(ConfigTree at, String message) {
        return new IllegalStateException(file + ":" + at.span().line() + ": " + message);
    }

    private Mapping mapping(Mapping node, String name) {
        return node.get(name)
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .orElseThrow(() -> mistake(node, "`" + name + "` is not a mapping"));
    }

    private static boolean has(Mapping node, String name) {
        return node.entry(name).isPresent();
    }

    private static boolean truth(Mapping node, String name) {
        return ScalarType.truth(text(node, name));
    }

    private static int integer(Mapping node, String name, int absent) {
        return has(node, name) ? Integer.parseInt(text(node, name)) : absent;
    }

    private static double decimal(Mapping node, String name, double absent) {
        return has(node, name) ? Double.parseDouble(text(node, name)) : absent;
    }

    private static String text(Mapping node, String name) {
        return node.get(name).orElse(node) instanceof Scalar scalar ? scalar.text() : "";
    }

    private static List<ConfigTree> items(Mapping node, String name) {
        return node.get(name).orElse(node) instanceof Sequence list ? list.items() : List.of();
    }

    private static List<String> words(Mapping node, String name) {
        return items(node, name).stream().map(item -> ((Scalar) item).text()).toList();
    }

    private static List<String> words(ConfigTree list) {
        return ((Sequence) list).items().stream().map(item -> ((Scalar) item).text()).toList();
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
