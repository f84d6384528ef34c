package io.windrose.config.patch;

import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Members that leave a mapping or a list, and others that come into it.
///
/// All indexes are those of the text before the patch.
final class CollectionChange implements Change {
    private final Source source;
    private final Writer writer;
    private final Spot spot;
    private final Member own;
    private final List<Member> members;
    private final SortedSet<Integer> removed = new TreeSet<>();
    private final List<Insertion> inserted = new ArrayList<>();

    /// @param own the collection with its key or dash; of the collection alone for a document
    CollectionChange(Source source, Writer writer, Spot spot, Member own, List<Member> members) {
        this.source = source;
        this.writer = writer;
        this.spot = spot;
        this.own = own;
        this.members = members;
    }

    void remove(int index) {
        removed.add(index);
    }

    void insert(Insertion insertion) {
        inserted.add(insertion);
    }

    int size() {
        return members.size();
    }

    @Override
    public Span about() {
        return spot.node().span();
    }

    @Override
    public List<Span> gone() {
        return removed.stream().map(members::get).map(CollectionChange::span).toList();
    }

    private static Span span(Member member) {
        return new Span(member.start(), member.end(), 0, 0, 0, 0);
    }

    @Override
    public List<TextEdit> edits() {
        boolean emptied = removed.size() == members.size();
        boolean flow = Spot.isFlow(spot.node());
        if (emptied && !inserted.isEmpty() && !(flow && members.isEmpty() && inLine())) {
            return new Replacement(source, writer, spot, own, anew()).edits();
        }
        if (flow) {
            return new FlowEdits(source, spot, members, removed, inserted).edits();
        }
        return new BlockEdits(source, writer, spot, own, members, removed, inserted).edits();
    }

    /// Whether `{}` or `[]` is filled between its brackets.
    private boolean inLine() {
        return spot.inBrackets()
                || (spot.around().isEmpty() && spot.isJson(source))
                || inserted.stream().noneMatch(one -> Writer.isNested(one.value()));
    }

    /// The collection when nothing of the old one stays.
    private Value anew() {
        var ordered = inserted.stream().sorted(Comparator.comparingInt(Insertion::before)).toList();
        if (spot.node() instanceof Mapping) {
            var fields = new LinkedHashMap<String, Value>();
            ordered.forEach(one -> fields.put(one.key(), one.value()));
            return new Value.Fields(fields);
        }
        return new Value.Items(ordered.stream().map(Insertion::value).toList());
    }
}
