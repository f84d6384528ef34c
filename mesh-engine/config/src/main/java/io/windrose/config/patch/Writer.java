package io.windrose.config.patch;

import io.windrose.config.patch.Value.Decimal;
import io.windrose.config.patch.Value.Fields;
import io.windrose.config.patch.Value.Flag;
import io.windrose.config.patch.Value.Items;
import io.windrose.config.patch.Value.Nothing;
import io.windrose.config.patch.Value.Text;
import io.windrose.config.patch.Value.Whole;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import java.util.stream.Collectors;

/// Values as text, with line feeds as line breaks.
///
/// @param step by how many blanks a mapping is deeper than its key
/// @param listStep the same for a list, often 0
record Writer(int step, int listStep) {
    static final Writer PLAIN = new Writer(2, 0);
    private static final int DEEPEST_STEP = 8;

    /// In the way that a tree is written; as `kubectl` writes where it shows no way.
    static Writer like(Source source, ConfigTree tree) {
        int step = step(source, tree, false);
        int listStep = step(source, tree, true);
        return new Writer(step < 1 ? PLAIN.step : step, listStep < 0 ? PLAIN.listStep : listStep);
    }

    /// By how much the first mapping, or list, stands deeper than its key; -1 where there is none.
    private static int step(Source source, ConfigTree tree, boolean list) {
        int own = source.column(tree.span().start());
        for (var child : Spot.children(tree)) {
            if (!Spot.within(child.span(), tree.span())) {
                continue;
            }
            int step = source.column(child.span().start()) - own;
            boolean shows =
                    tree instanceof Mapping
                            && child instanceof Sequence == list
                            && !(child instanceof Scalar)
                            && source.leads(child.span().start())
                            && step >= 0
                            && step <= DEEPEST_STEP;
            int found = shows ? step : step(source, child, list);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    /// In one line, as `{a: b}`.
    ///
    /// @param json quotes all keys and texts
    static String flow(Value value, boolean json) {
        return switch (value) {
            case Text(var text) -> json ? Quotes.quoted(text) : Quotes.whereNeeded(text);
            case Nothing _ -> "null";
            case Whole(var number) -> Long.toString(number);
            case Decimal(var digits) -> digits;
            case Flag(var truth) -> Boolean.toString(truth);
            case Fields(var fields) ->
                    fields.entrySet().stream()
                            .map(one -> flowEntry(one.getKey(), one.getValue(), json))
                            .collect(Collectors.joining(", ", "{", "}"));
            case Items(var items) ->
                    items.stream()
                            .map(item -> flow(item, json))
                            .collect(Collectors.joining(", ", "[", "]"));
        };
    }

    static String flowEntry(String key, Value value, boolean json) {
        return key(key, json) + ": " + flow(value, json);
    }

    private static String key(String key, boolean json) {
        return json ? Quotes.quoted(key) : Quotes.whereNeeded(key);
    }

    /// Whether block style takes lines of its own for it.
    static boolean isNested(Value value) {
        return switch (value) {
            case Fields(var fields) -> !fields.isEmpty();
            case Items(var items) -> !items.isEmpty();
            case Nothing _, Text _, Whole _, Decimal _, Flag _ -> false;
        };
    }

    /// In several lines, the first without indentation.
    ///
    /// @param column of the lines, from 0
    String block(Value value, int column) {
        var next = "\n" + " ".repeat(column);
        return switch (value) {
            case Fields(var fields) when !fields.isEmpty() ->
                    fields.entrySet().stream()
                            .map(one -> entry(one.getKey(), one.getValue(), column))
                            .collect(Collectors.joining(next));
            case Items(var items) when !items.isEmpty() ->
                    items.stream()
                            .map(item -> item(item, column))
                            .collect(Collectors.joining(next));
            case Fields _, Items _, Nothing _, Text _, Whole _, Decimal _, Flag _ ->
                    flow(value, false);
        };
    }

    /// A key with its value.
    ///
    /// @param column of the key
    String entry(String key, Value value, int column) {
        int inner = under(value, column);
        return key(key, false)
                + (isNested(value)
                        ? ":\n" + " ".repeat(inner) + block(value, inner)
                        : ": " + flow(value, false));
    }

    /// The column of a value in lines of its own below a key.
    int under(Value value, int column) {
        return column + (value instanceof Items ? listStep : step);
    }

    /// @param column of the dash
    String item(Value item, int column) {
        return "- " + block(item, column + 2);
    }
}
