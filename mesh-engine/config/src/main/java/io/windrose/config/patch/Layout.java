package io.windrose.config.patch;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Entry;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the members of a collection stand, found by reading what is between them.
final class Layout {
    private final Source source;
    private final List<Member> members = new ArrayList<>();
    private int at;

    private Layout(Source source, int at) {
        this.source = source;
        this.at = at;
    }

    /// @return the members in the order of the text; empty when something stands between them that
    ///   is none of them, such as a key for the second time, `<<` or `?`
    static Optional<List<Member>> of(Source source, ConfigTree collection) {
        var layout = new Layout(source, collection.span().start());
        return layout.read(collection) ? Optional.of(layout.members) : Optional.empty();
    }

    private boolean read(ConfigTree collection) {
        return switch (collection) {
            case Mapping mapping when mapping.flow() ->
                    opens('{') && mapping.entries().stream().allMatch(this::flowEntry) && closes();
            case Sequence list when list.flow() ->
                    opens('[') && list.items().stream().allMatch(this::flowItem) && closes();
            case Mapping mapping ->
                    mapping.entries().stream().allMatch(one -> entry(one) && added(-1))
                            && isLast(source.column(mapping.span().start()) - 1);
            case Sequence list ->
                    list.items().stream().allMatch(this::blockItem)
                            && isLastItem(source.column(list.span().start()));
            case Scalar _ -> false;
        };
    }

    private int start;
    private int inner;
    private ConfigTree value = new Mapping(List.of(), true, Quotes.NOWHERE);

    private boolean added(int comma) {
        members.add(new Member(start, inner, at, comma, value));
        return true;
    }

    private boolean opens(char bracket) {
        boolean opens = source.at(at) == bracket;
        at++;
        return opens;
    }

    private boolean closes() {
        char closing = source.at(source.pastComments(at));
        return closing == '}' || closing == ']';
    }

    private boolean flowEntry(Entry one) {
        return entry(one) && comma();
    }

    private boolean flowItem(ConfigTree item) {
        start = source.pastComments(at);
        inner = start;
        return value(item) && comma();
    }

    private boolean comma() {
        int next = source.pastComments(at);
        boolean comma = source.at(next) == ',';
        added(comma ? next : -1);
        at = comma ? next + 1 : at;
        return comma || closes();
    }

    private boolean entry(Entry one) {
        start = source.pastComments(at);
        if (start != one.key().span().start()) {
            return false;
        }
        int colon = source.pastComments(one.key().span().end());
        inner = colon + 1;
        at = inner;
        return source.at(colon) == ':' && value(one.value());
    }

    private boolean blockItem(ConfigTree item) {
        start = source.pastComments(at);
        inner = start + 1;
        at = inner;
        return source.at(start) == '-'
                && Character.isWhitespace(source.at(inner))
                && value(item)
                && added(-1);
    }

    private boolean value(ConfigTree one) {
        value = one;
        var span = one.span();
        if (span.start() == span.end() && isNothing(one)) {
            return true;
        }
        boolean here = source.pastComments(at) == span.start();
        at = end(one);
        return here;
    }

    private static boolean isNothing(ConfigTree one) {
        return one instanceof Scalar scalar && scalar.text().isEmpty();
    }

    /// A pair such as in `[a: b]` has no bracket of its own that ends it.
    private int end(ConfigTree one) {
        boolean pair =
                one instanceof Mapping mapping
                        && mapping.flow()
                        && !mapping.entries().isEmpty()
                        && mapping.entries().getFirst().key().span().start()
                                == mapping.span().start();
        return pair ? ((Mapping) one).entries().getLast().value().span().end() : one.span().end();
    }

    /// Whether what follows stands no deeper than a column.
    private boolean isLast(int column) {
        int next = source.pastComments(at);
        return next == source.length() || source.column(next) <= column || isMarker(next);
    }

    private boolean isLastItem(int column) {
        int next = source.pastComments(at);
        boolean parent = source.column(next) == column && source.at(next) != '-';
        return parent || isLast(column - 1);
    }

    private boolean isMarker(int place) {
        return source.column(place) == 0
                && (source.text().startsWith("---", place)
                        || source.text().startsWith("...", place));
    }
}
