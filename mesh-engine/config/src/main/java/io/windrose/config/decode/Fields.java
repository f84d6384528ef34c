package io.windrose.config.decode;

import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Durations;
import io.windrose.config.syntax.Mismatch;
import io.windrose.config.syntax.Names;
import io.windrose.config.syntax.Numbers;
import io.windrose.config.syntax.Spelling;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.Findings;
import io.windrose.config.tree.ScalarType;
import io.windrose.config.tree.Span;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The members of one mapping, each of which a decoder asks for by name. What is not as asked for
/// is reported at its place and answered by the value that stands for absence, so that one pass
/// finds all problems of a document.
///
/// Whatever nobody has asked for by the time of [#end] is an unknown field.
final class Fields {
    static final long MAX_UINT32 = 0xFFFF_FFFFL;
    static final int MAX_PORT = 65_535;

    private final Report report;
    private final Mapping mapping;
    private final Span span;
    private final String path;
    private final boolean lenient;
    private final List<String> asked = new ArrayList<>();

    /// @param span where to point at when a field is missing
    /// @param path of the mapping within the document; empty for the document
    /// @param lenient takes `null` for absence, as Kubernetes' own kinds do
    Fields(Report report, Mapping mapping, Span span, String path, boolean lenient) {
        this.report = report;
        this.mapping = mapping;
        this.span = span;
        this.path = path;
        this.lenient = lenient;
    }

    String path() {
        return path;
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    boolean has(String name) {
        ask(name, Accepted.ANYTHING);
        return value(name).isPresent();
    }

    /// Whether the value is text rather than a number.
    boolean holdsText(String name) {
        return value(name).map(this::isText).orElse(false);
    }

    /// The same mapping, with `null` standing for absence.
    Fields tolerant() {
        return new Fields(report, mapping, span, path, true);
    }

    /// What somebody else found in this mapping.
    void found(Findings findings) {
        report.found(findings);
    }

    List<String> names() {
        return mapping.entries().stream().map(entry -> entry.key().text()).toList();
    }

    /// Declares fields that exist but are of no interest here.
    Fields ignoring(String... names) {
        asked.addAll(Arrays.asList(names));
        return this;
    }

    /// Says which words a text field takes, to those who ask what is known; checks nothing.
    Fields suggesting(String name, Collection<String> words) {
        ask(name, () -> Accepted.choice(words.stream().sorted().toList()));
        return this;
    }

    /// As [#suggesting], for a text of several words with commas between them.
    Fields suggestingSeveral(String name, Collection<String> words) {
        ask(name, () -> Accepted.several(words.stream().sorted().toList()));
        return this;
    }

    /// To be called when every known field has been asked for.
    void end() {
        for (var entry : mapping.entries()) {
            var name = entry.key().text();
            if (!asked.contains(name)) {
                report.unknown(entry.key().span(), path(name), name, asked);
            }
        }
    }

    void error(String code, String name, String message) {
        report.error(code, spanOf(name), path(name), message);
    }

    void warning(String code, String name, String message) {
        report.warning(code, spanOf(name), path(name), message);
    }

    /// A problem of the mapping as a whole.
    void error(String code, String message) {
        report.error(code, span, path, message);
    }

    void warning(String code, String message) {
        report.warning(code, span, path, message);
    }

    void errorAt(String code, String name, int index, String message) {
        var at =
                value(name).orElse(mapping) instanceof Sequence sequence
                                && index < sequence.items().size()
                        ? sequence.items().get(index).span()
                        : spanOf(name);
        report.error(code, at, path(name) + "[" + index + "]", message);
    }

    /// Empty when absent.
    String text(String name) {
        ask(name, Accepted.TEXT);
        return scalar(name).map(found -> textOf(found, path(name))).orElse("");
    }

    String requiredText(String name) {
        var text = text(name);
        if (text.isEmpty() && value(name).map(this::isText).orElse(true)) {
            missing(name);
        }
        return text;
    }

    void missing(String name) {
        error(Codes.MISSING, name, "`%s` is required.".formatted(name));
    }

    boolean flag(String name) {
        return optionalFlag(name).orElse(false);
    }

    Optional<Boolean> optionalFlag(String name) {
        ask(name, Accepted.FLAG);
        return scalar(name)
                .flatMap(found -> {
                    if (found.type() == ScalarType.BOOLEAN) {
                        return Optional.of(ScalarType.truth(found.text()));
                    }
                    wrongType(found, path(name), "true or false");
                    return Optional.empty();
                });
    }

    /// 0 when absent.
    int integer(String name, long min, long max) {
        return optionalInteger(name, min, max).orElse(0);
    }

    Optional<Integer> optionalInteger(String name, long min, long max) {
        return optionalLong(name, min, max).map(Long::intValue);
    }

    Optional<Long> optionalLong(String name, long min, long max) {
        ask(name, () -> Accepted.whole(min, max));
        return scalar(name).flatMap(found -> whole(found, path(name), min, max));
    }

    /// 0 when absent.
    int port(String name) {
        return integer(name, 1, MAX_PORT);
    }

    Optional<Double> decimal(String name, double min, double max) {
        ask(name, () -> Accepted.decimal(Numbers.plain(min), Numbers.plain(max)));
        return scalar(name)
                .flatMap(found -> {
                    double value = Numbers.decimal(found);
                    if (Double.isNaN(value)) {
                        wrongType(found, path(name), "a number");
                        return Optional.empty();
                    }
                    if (value < min || value > max) {
                        report.error(
                                Codes.OUT_OF_RANGE,
                                found.span(),
                                path(name),
                                Numbers.outside(found, min, max));
                        return Optional.empty();
                    }
                    return Optional.of(value);
                });
    }

    /// At least 1 ms and in whole milliseconds, as Istio asks of nearly every duration.
    Optional<Duration> duration(String name) {
        return duration(name, Durations.AT_LEAST_1_MS);
    }

    Optional<Duration> duration(String name, Durations rule) {
        ask(name, Accepted.DURATION);
        return scalar(name)
                .flatMap(found -> {
                    if (!isText(found)) {
                        wrongType(found, path(name), "a duration such as 5s");
                        return Optional.empty();
                    }
                    return switch (rule.parse(found.text())) {
                        case Durations.Parsed.Good(var value) -> Optional.of(value);
                        case Durations.Parsed.Bad(var reason) -> {
                            report.error(Codes.MALFORMED, found.span(), path(name), reason);
                            yield Optional.empty();
                        }
                    };
                });
    }

    /// @param absent what stands for absence
    <E extends Enum<E>> E choice(String name, E absent) {
        return optionalChoice(name, absent.getDeclaringClass()).orElse(absent);
    }

    <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> type) {
        ask(
                name,
                () ->
                        Accepted.choice(
                                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()));
        return scalar(name)
                .flatMap(found -> {
                    var word = found.text();
                    var all = Arrays.asList(type.getEnumConstants());
                    var chosen = all.stream().filter(e -> e.name().equals(word)).findFirst();
                    if (chosen.isEmpty()) {
                        var words = all.stream().map(Enum::name).toList();
                        report.error(
                                Codes.NOT_A_CHOICE,
                                found.span(),
                                path(name),
                                Spelling.notOneOf(word, words));
                    }
                    return chosen;
                });
    }

    List<String> texts(String name) {
        ask(name, Accepted.TEXTS);
        return items(
                name,
                (item, at) ->
                        item instanceof Scalar scalar
                                ? Optional.of(textOf(scalar, at))
                                : wrongType(item, at, "text"));
    }

    List<Integer> integers(String name, long min, long max) {
        ask(name, Accepted.NUMBERS);
        return items(
                        name,
                        (item, at) ->
                                item instanceof Scalar scalar
                                        ? whole(scalar, at, min, max)
                                        : this.<Long>wrongType(item, at, "a whole number"))
                .stream()
                .map(Long::intValue)
                .toList();
    }

    <T> List<T> list(String name, Function<Fields, T> decode) {
        ask(name, Accepted.SECTIONS);
        return items(
                name,
                (item, at) ->
                        item instanceof Mapping found
                                ? Optional.of(
                                        decode.apply(
                                                new Fields(
                                                        report, found, item.span(), at, lenient)))
                                : wrongType(item, at, "a mapping"));
    }

    <T> Optional<T> section(String name, Function<Fields, T> decode) {
        return fields(name).map(decode);
    }

    /// The mapping of that name; one without members where it is absent.
    Fields sectionOrEmpty(String name) {
        var nothing = new Mapping(List.of(), false, spanOf(name));
        return fields(name)
                .orElseGet(() -> new Fields(report, nothing, spanOf(name), path(name), lenient));
    }

    Optional<Fields> fields(String name) {
        ask(name, Accepted.SECTION);
        return value(name)
                .flatMap(found ->
                        found instanceof Mapping inner
                                ? Optional.of(
                                        new Fields(
                                                report, inner, spanOf(name), path(name), lenient))
                                : wrongType(found, path(name), "a mapping"));
    }

    /// A mapping from names that the user chooses.
    SortedMap<String, String> textMap(String name) {
        ask(name, Accepted.NAMES);
        var result = new TreeMap<String, String>();
        fields(name).ifPresent(map -> map.names().forEach(key -> result.put(key, map.text(key))));
        return result;
    }

    <T> SortedMap<String, T> sectionMap(String name, Function<Fields, T> decode) {
        ask(name, Accepted.NAMES);
        var result = new TreeMap<String, T>();
        fields(name)
                .ifPresent(map ->
                        map.names()
                                .forEach(key ->
                                        map.section(key, decode)
                                                .ifPresent(value -> result.put(key, value))));
        return result;
    }

    /// Labels in the syntax of Kubernetes.
    Labels labels(String name) {
        var labels = textMap(name);
        fields(name)
                .ifPresent(map ->
                        labels.forEach((key, value) ->
                                Names.labelProblem(key, value)
                                        .ifPresent(reason ->
                                                map.error(Codes.MALFORMED, key, reason))));
        return Labels.of(labels);
    }

    /// Labels that a selector asks for; wildcards are not among them.
    Selector selector(String name) {
        var labels = labels(name);
        if (labels.byKey().isEmpty() && has(name)) {
            warning(
                    Codes.POINTLESS,
                    name,
                    "An empty selector selects every workload of the namespace.");
        }
        return Selector.of(labels.byKey());
    }

    private void ask(String name, Accepted accepted) {
        ask(name, () -> accepted);
    }

    private void ask(String name, Supplier<Accepted> accepted) {
        asked.add(name);
        if (report.isHeard()) {
            report.asked(path, name, accepted.get());
        }
    }

    private Optional<ConfigTree> value(String name) {
        return mapping.get(name)
                .filter(found -> !lenient || !(found instanceof Scalar scalar && scalar.isNull()));
    }

    /// The value where it is one word, else the key, else the mapping that lacks it.
    Span spanOf(String name) {
        return mapping.entry(name)
                .map(entry ->
                        entry.value() instanceof Scalar scalar && !scalar.text().isEmpty()
                                ? scalar.span()
                                : entry.key().span())
                .orElse(span);
    }

    /// Empty when absent, and, after an error, for a mapping or a list.
    Optional<Scalar> scalar(String name) {
        asked.add(name);
        return value(name)
                .flatMap(found ->
                        found instanceof Scalar scalar
                                ? Optional.of(scalar)
                                : wrongType(found, path(name), "a single value"));
    }

    private <T> List<T> items(String name, BiFunction<ConfigTree, String, Optional<T>> decode) {
        asked.add(name);
        var found = value(name);
        if (found.isEmpty()) {
            return List.of();
        }
        if (!(found.get() instanceof Sequence sequence)) {
            wrongType(found.get(), path(name), "a list");
            return List.of();
        }
        var result = new ArrayList<T>();
        for (int i = 0; i < sequence.items().size(); i++) {
            decode.apply(sequence.items().get(i), path(name) + "[" + i + "]")
                    .ifPresent(result::add);
        }
        return result;
    }

    private String textOf(Scalar scalar, String at) {
        if (isText(scalar)) {
            return scalar.text();
        }
        wrongType(scalar, at, "text");
        return "";
    }

    private boolean isText(ConfigTree tree) {
        return tree instanceof Scalar scalar && scalar.type() == ScalarType.TEXT;
    }

    private Optional<Long> whole(Scalar scalar, String at, long min, long max) {
        var value = Numbers.whole(scalar);
        if (value.isEmpty()) {
            return wrongType(scalar, at, "a whole number");
        }
        if (!Numbers.within(value.get(), min, max)) {
            report.error(
                    Codes.OUT_OF_RANGE,
                    scalar.span(),
                    at,
                    "%s is not from %d to %d.".formatted(scalar.text(), min, max));
            return Optional.empty();
        }
        return value.map(BigInteger::longValue);
    }

    private <T> Optional<T> wrongType(ConfigTree found, String at, String wanted) {
        report.error(Codes.WRONG_TYPE, found.span(), at, Mismatch.sentence(wanted, found));
        return Optional.empty();
    }

    /// Fields of which at most one may be given.
    void atMostOneOf(String... names) {
        var given = Arrays.stream(names).filter(this::has).toList();
        if (given.size() > 1) {
            error(
                    Codes.CONTRADICTION,
                    given.get(1),
                    given.stream()
                                    .map(name -> "`" + name + "`")
                                    .collect(Collectors.joining(" and "))
                            + " exclude one another; keep one.");
        }
    }
}
