package io.windrose.config.schema;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A mapping to which a rule is applied, and where the rule says what is wrong. Whatever has the
/// wrong type counts as absent here; its type is somebody else's finding.
final class Site {
    private final Judge judge;
    private final Mapping mapping;
    private final Spot at;

    Site(Judge judge, Mapping mapping, Spot at) {
        this.judge = judge;
        this.mapping = mapping;
        this.at = at;
    }

    boolean has(String name) {
        return mapping.entry(name).isPresent();
    }

    /// Empty when absent.
    String text(String name) {
        return mapping.get(name).orElse(mapping) instanceof Scalar scalar ? scalar.text() : "";
    }

    /// @param name of a member that has a value even where it is absent
    String text(String name, String absent) {
        return has(name) ? text(name) : absent;
    }

    /// Keys of this mapping, in the order of the text.
    List<String> names() {
        return mapping.entries().stream().map(entry -> entry.key().text()).toList();
    }

    Optional<Site> section(String name) {
        return mapping.entry(name)
                .filter(entry -> entry.value() instanceof Mapping)
                .map(entry -> new Site(judge, (Mapping) entry.value(), at.member(entry)));
    }

    /// How many items a list has; 0 for what is none.
    int size(String name) {
        return mapping.get(name).orElse(mapping) instanceof Sequence list ? list.items().size() : 0;
    }

    /// The items of a list that are mappings.
    List<Site> sections(String name) {
        return items(name)
                .filter(item -> item.tree instanceof Mapping)
                .map(item -> new Site(judge, (Mapping) item.tree, item.at))
                .toList();
    }

    /// The items of a list that are single values.
    List<Word> words(String name) {
        return items(name)
                .filter(item -> item.tree instanceof Scalar)
                .map(item -> new Word(((Scalar) item.tree).text(), item.at))
                .toList();
    }

    /// @param text without quotes
    record Word(String text, Spot at) {}

    void error(String code, Word word, String message) {
        judge.error(code, word.at, message);
    }

    /// @param name of a member, which may be absent
    void error(String code, String name, String message) {
        judge.error(code, spot(name), message);
    }

    void warning(String code, String name, String message) {
        judge.warning(code, spot(name), message);
    }

    /// As [#error], at a character of a text that stands in one line as it is; elsewhere at the
    /// whole.
    ///
    /// @param character offset in the text
    void errorWithin(String code, String name, int character, String message) {
        judge.error(code, within(name, character), message);
    }

    void warningWithin(String code, String name, int character, String message) {
        judge.warning(code, within(name, character), message);
    }

    void error(String code, String message) {
        judge.error(code, at, message);
    }

    void warning(String code, String message) {
        judge.warning(code, at, message);
    }

    private Spot within(String name, int character) {
        var spot = spot(name);
        return mapping.get(name).orElse(mapping) instanceof Scalar scalar
                ? new Spot(spot.parent(), spot.name(), spot.index(), scalar.spanFrom(character))
                : spot;
    }

    private Spot spot(String name) {
        return mapping.entry(name).map(at::member).orElseGet(() -> at.absent(name));
    }

    private record Item(ConfigTree tree, Spot at) {}

    private Stream<Item> items(String name) {
        var entry = mapping.entry(name);
        if (entry.isEmpty() || !(entry.get().value() instanceof Sequence sequence)) {
            return Stream.of();
        }
        var list = at.member(entry.get());
        return Stream.iterate(0, i -> i < sequence.items().size(), i -> i + 1)
                .map(i -> {
                    var tree = sequence.items().get(i);
                    return new Item(tree, list.item(tree, i));
                });
    }
}
