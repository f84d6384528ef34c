package io.windrose.config.schema;

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
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Mismatch;
import io.windrose.config.syntax.Numbers;
import io.windrose.config.syntax.Spelling;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.Findings;
import io.windrose.config.tree.FindingsBuilder;
import io.windrose.config.tree.ScalarType;
import io.windrose.config.tree.Span;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares one document with the schema of its kind.
final class Judge {
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z0-9])");

    private final String file;
    private final String label;
    private final Severity unknownField;
    private final Optional<Span> fixed;
    private final boolean underscores;
    private final FindingsBuilder findings = new FindingsBuilder();

    /// @param fixed where all findings point; what they are of otherwise
    /// @param underscores whether `some_name` is `someName`, as in protobuf's JSON
    Judge(
            String file,
            String label,
            Severity unknownField,
            Optional<Span> fixed,
            boolean underscores) {
        this.file = file;
        this.label = label;
        this.unknownField = unknownField;
        this.fixed = fixed;
        this.underscores = underscores;
    }

    Findings findings() {
        return findings.build();
    }

    void error(String code, Spot at, String message) {
        error(code, at.span(), at, message);
    }

    void warning(String code, Spot at, String message) {
        findings.add(Severity.WARNING, () -> Problem.warning(code, place(at.span(), at), message));
    }

    void isNull(Spot at) {
        warning(Codes.POINTLESS, at, "This is null, which says no more than leaving it out.");
    }

    private void error(String code, Span span, Spot at, String message) {
        findings.add(Severity.ERROR, () -> Problem.error(code, place(span, at), message));
    }

    void section(Section shape, Mapping mapping, Spot at) {
        int required = 0;
        for (var entry : mapping.entries()) {
            var field = field(shape, entry.key().text());
            if (field == null) {
                unknown(shape, entry, at);
                continue;
            }
            required += field.required() ? 1 : 0;
            if (field.nullable() && isNull(entry.value())) {
                continue;
            }
            var spot = at.member(entry);
            if (!field.instead().isEmpty()) {
                warning(
                        Codes.POINTLESS,
                        spot,
                        "`%s` is out of date; %s.".formatted(field.name(), field.instead()));
            }
            value(field.shape(), entry.value(), spot);
        }
        missing(shape, mapping, at, required);
        shape.alternatives().forEach(group -> alternatives(group, mapping, at));
        if (!shape.rules().isEmpty()) {
            var site = new Site(this, mapping, at);
            shape.rules().forEach(rule -> rule.check(site));
        }
    }

    private @Nullable Field field(Section shape, String name) {
        var field = shape.fields().get(name);
        return field == null && underscores ? shape.fields().get(joined(name)) : field;
    }

    private Optional<ConfigTree.Entry> entry(Mapping mapping, String name) {
        var entry = mapping.entry(name);
        return entry.isPresent() || !underscores
                ? entry
                : mapping.entries().stream()
                        .filter(one -> joined(one.key().text()).equals(name))
                        .findFirst();
    }

    /// `some_name` as `someName`.
    private static String joined(String name) {
        return UNDERSCORE
                .matcher(name)
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }

    private void unknown(Section shape, ConfigTree.Entry entry, Spot at) {
        var spot = at.member(entry);
        findings.add(
                unknownField,
                () ->
                        new Problem(
                                Codes.UNKNOWN_FIELD,
                                unknownField,
                                place(entry.key().span(), spot),
                                Spelling.unknown(entry.key().text(), shape.fields().keySet())));
    }

    private void missing(Section shape, Mapping mapping, Spot at, int found) {
        if (found == shape.required()) {
            return;
        }
        for (var field : shape.fields().values()) {
            if (field.required() && entry(mapping, field.name()).isEmpty()) {
                error(
                        Codes.MISSING,
                        at.absent(field.name()),
                        "`%s` is required.".formatted(field.name()));
            }
        }
    }

    private void alternatives(Alternatives group, Mapping mapping, Spot at) {
        var given =
                group.names().stream().filter(name -> entry(mapping, name).isPresent()).toList();
        if (given.size() > group.most()) {
            error(
                    Codes.CONTRADICTION,
                    at.member(entry(mapping, given.get(1)).orElseThrow()),
                    quoted(given, " and ") + " exclude one another; keep one.");
        } else if (given.size() < group.fewest()) {
            error(Codes.MISSING, at, "This needs " + quoted(group.names(), " or ") + ".");
        }
    }

    private static String quoted(List<String> names, String between) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(between));
    }

    private void value(Shape shape, ConfigTree value, Spot at) {
        switch (shape) {
            case Anything _ -> {
                // nothing is known of it
            }
            case Free _ -> {
                if (!(value instanceof Mapping)) {
                    mismatch("a mapping", value, at);
                }
            }
            case Section section -> {
                if (value instanceof Mapping mapping) {
                    section(section, mapping, at);
                } else {
                    mismatch("a mapping", value, at);
                }
            }
            case Entries entries -> {
                if (value instanceof Mapping mapping) {
                    entries(entries, mapping, at);
                } else {
                    mismatch("a mapping", value, at);
                }
            }
            case Items items -> {
                if (value instanceof Sequence sequence) {
                    items(items, sequence, at);
                } else {
                    mismatch("a list", value, at);
                }
            }
            case Flag _ -> word(value, at).ifPresent(word -> flag(word, at));
            case Whole(var min, var max) ->
                    word(value, at).ifPresent(word -> whole(word, min, max, at));
            case Decimal(var min, var max) ->
                    word(value, at).ifPresent(word -> decimal(word, min, max, at));
            case Choice choice -> word(value, at).ifPresent(word -> choice(choice, word, at));
            case Text text -> word(value, at).ifPresent(word -> text(text, word, at));
        }
    }

    private Optional<Scalar> word(ConfigTree value, Spot at) {
        if (value instanceof Scalar scalar) {
            return Optional.of(scalar);
        }
        mismatch("a single value", value, at);
        return Optional.empty();
    }

    private void entries(Entries shape, Mapping mapping, Spot at) {
        int count = mapping.entries().size();
        if (count < shape.fewest()) {
            error(Codes.MISSING, at, "This must not be empty.");
        }
        tooMany(count, shape.most(), "entries", at);
        for (var entry : mapping.entries()) {
            var spot = at.member(entry);
            shape.key()
                    .problem(entry.key().text())
                    .ifPresent(
                            reason -> error(shape.key().code(), entry.key().span(), spot, reason));
            value(shape.value(), entry.value(), spot);
        }
    }

    private void items(Items shape, Sequence sequence, Spot at) {
        int count = sequence.items().size();
        if (count < shape.fewest()) {
            error(
                    Codes.MISSING,
                    at,
                    shape.fewest() == 1
                            ? "This must not be an empty list."
                            : "This needs at least %d items.".formatted(shape.fewest()));
        }
        tooMany(count, shape.most(), "items", at);
        var seen = new HashSet<String>();
        for (int i = 0; i < count; i++) {
            var item = sequence.items().get(i);
            var spot = at.item(item, i);
            value(shape.item(), item, spot);
            if (shape.isSet() && item instanceof Scalar one && !seen.add(one.text())) {
                error(
                        Codes.REPEATED,
                        spot,
                        "`%s` stands here already.".formatted(Spelling.shortened(one.text())));
            } else if (!shape.key().isEmpty()
                    && item instanceof Mapping members
                    && members.get(shape.key()).orElse(members) instanceof Scalar key
                    && !seen.add(key.text())) {
                error(
                        Codes.REPEATED,
                        spot,
                        "There is an item with the %s `%s` already."
                                .formatted(shape.key(), Spelling.shortened(key.text())));
            }
        }
    }

    private void tooMany(int count, int most, String what, Spot at) {
        if (count > most) {
            error(
                    Codes.OUT_OF_RANGE,
                    at,
                    "There are %d %s, more than the %d that are accepted."
                            .formatted(count, what, most));
        }
    }

    private void flag(Scalar scalar, Spot at) {
        if (scalar.type() != ScalarType.BOOLEAN) {
            mismatch("true or false", scalar, at);
        }
    }

    private void whole(Scalar scalar, long min, long max, Spot at) {
        var value = Numbers.whole(scalar);
        if (value.isEmpty()) {
            mismatch("a whole number", scalar, at);
        } else if (!Numbers.within(value.get(), min, max)) {
            error(
                    Codes.OUT_OF_RANGE,
                    at,
                    "%s is not from %d to %d.".formatted(scalar.text(), min, max));
        }
    }

    private void decimal(Scalar scalar, double min, double max, Spot at) {
        double value = Numbers.decimal(scalar);
        if (Double.isNaN(value)) {
            mismatch("a number", scalar, at);
        } else if (value < min || value > max) {
            error(Codes.OUT_OF_RANGE, at, Numbers.outside(scalar, min, max));
        }
    }

    private void choice(Choice choice, Scalar scalar, Spot at) {
        var word = scalar.text();
        var instead = choice.instead().get(word);
        if (isNull(scalar)) {
            mismatch("one of " + String.join(", ", choice.words()), scalar, at);
        } else if (instead != null) {
            warning(Codes.POINTLESS, at, "`%s` is out of date; use `%s`.".formatted(word, instead));
        } else if (!choice.words().contains(word)) {
            error(Codes.NOT_A_CHOICE, at, Spelling.notOneOf(word, choice.words()));
        }
    }

    private void text(Text shape, Scalar scalar, Spot at) {
        boolean number = shape.format().takesNumbers() && isNumber(scalar, shape.format());
        if (scalar.type() != ScalarType.TEXT && !number) {
            mismatch(shape.format().wanted(), scalar, at);
            return;
        }
        var text = scalar.text();
        if (text.length() < shape.shortest()) {
            error(Codes.MISSING, at, "This must not be empty.");
        } else if (text.length() > shape.longest()) {
            error(
                    Codes.OUT_OF_RANGE,
                    at,
                    "This has %d characters, more than the %d that are accepted."
                            .formatted(text.length(), shape.longest()));
        } else {
            shape.format()
                    .problem(text)
                    .ifPresent(reason -> error(shape.format().code(), at, reason));
        }
    }

    private static boolean isNumber(Scalar scalar, Format format) {
        return format.takesFractions()
                ? scalar.type() == ScalarType.INTEGER || scalar.type() == ScalarType.DECIMAL
                : Numbers.whole(scalar).isPresent();
    }

    private void mismatch(String wanted, ConfigTree found, Spot at) {
        error(Codes.WRONG_TYPE, found.span(), at, Mismatch.sentence(wanted, found));
    }

    private static boolean isNull(ConfigTree value) {
        return value instanceof Scalar scalar && scalar.isNull();
    }

    private Place place(Span span, Spot at) {
        return fixed.orElse(span).in(file).withResource(label).withPath(at.path());
    }
}
