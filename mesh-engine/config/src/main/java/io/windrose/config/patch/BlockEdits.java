package io.windrose.config.patch;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;

/// The edits of a collection whose members have lines of their own.
///
/// @param own the collection with its key or dash
/// @param removed not all of them where something is inserted
record BlockEdits(
        Source source,
        Writer writer,
        Spot spot,
        Member own,
        List<Member> members,
        SortedSet<Integer> removed,
        List<Insertion> inserted) {

    List<TextEdit> edits() {
        if (removed.size() == members.size()) {
            return emptied();
        }
        var edits = new ArrayList<TextEdit>();
        Run.of(removed).forEach(run -> edits.add(cut(run)));
        inserted.stream()
                .sorted(Comparator.comparingInt(Insertion::before))
                .forEach(one -> edits.add(insert(one)));
        return edits;
    }

    private Lines lines() {
        return new Lines(source, members, spot.around().isEmpty());
    }

    private TextEdit cut(Run run) {
        int start = members.get(run.first()).start();
        int last = lines().last(run.last());
        return source.leads(start)
                ? lines().cut(lines().first(run.first()), last, run.first() - 1)
                : source.edit(start, source.pastBlanks(last), "");
    }

    private List<TextEdit> emptied() {
        var brackets = spot.node() instanceof Mapping ? "{}" : "[]";
        int start = members.getFirst().start();
        int last = lines().last(members.size() - 1);
        if (spot.around().isEmpty() || !source.leads(start)) {
            return List.of(source.edit(start, last, brackets));
        }
        return List.of(
                source.edit(own.inner(), own.inner(), " " + brackets),
                lines().cut(lines().first(0), last, -1));
    }

    private TextEdit insert(Insertion one) {
        int start = members.getFirst().start();
        int column = source.column(start);
        var pad = " ".repeat(column);
        var written =
                spot.node() instanceof Mapping
                        ? writer.entry(one.key(), one.value(), column)
                        : item(one, column);
        if (removed.contains(one.before() - 1)) {
            return behindCut(one.before() - 1, pad, written);
        }
        if (one.below()) {
            return lines().below(one.index(), pad + written);
        }
        return one.index() == 0 && !source.leads(start)
                ? source.edit(start, start, written + "\n" + pad)
                : lines().above(one.index(), pad + written);
    }

    /// Where a member behind which it should stand goes with others.
    private TextEdit behindCut(int index, String pad, String written) {
        var run = Run.of(removed).stream().filter(one -> one.contains(index)).findFirst();
        int first = run.orElseThrow().first();
        var cut = cut(run.get());
        if (!source.leads(members.get(first).start())) {
            return source.edit(cut.start(), cut.start(), written + "\n" + pad);
        }
        if (cut.start() < lines().first(first)) {
            return source.edit(cut.end(), cut.end(), "\n" + pad + written);
        }
        boolean lastBreak = cut.end() < source.length();
        return source.edit(cut.end(), cut.end(), pad + written + (lastBreak ? "\n" : ""));
    }

    /// In brackets where the item beside it is.
    private String item(Insertion one, int column) {
        boolean brackets = isFilledFlow(members.get(one.index()).value());
        return brackets ? "- " + Writer.flow(one.value(), false) : writer.item(one.value(), column);
    }

    private static boolean isFilledFlow(ConfigTree tree) {
        return Spot.isFlow(tree) && !Spot.children(tree).isEmpty();
    }
}
