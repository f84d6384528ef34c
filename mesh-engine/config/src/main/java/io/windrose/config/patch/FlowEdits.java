package io.windrose.config.patch;

import io.windrose.config.tree.ConfigTree.Mapping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/// The edits of a collection between brackets.
///
/// @param removed not all of them where something is inserted
record FlowEdits(
        Source source,
        Spot spot,
        List<Member> members,
        SortedSet<Integer> removed,
        List<Insertion> inserted) {

    List<TextEdit> edits() {
        if (members.isEmpty()) {
            int open = spot.node().span().start() + 1;
            var all = inserted.stream().map(this::written).collect(Collectors.joining(", "));
            return List.of(source.edit(open, open, all));
        }
        if (removed.size() == members.size()) {
            return List.of(emptied());
        }
        var edits = new ArrayList<TextEdit>();
        Run.of(removed).forEach(run -> edits.addAll(cut(run)));
        inserted.stream()
                .sorted(Comparator.comparingInt(Insertion::before))
                .forEach(one -> edits.addAll(insert(one)));
        return edits;
    }

    private String written(Insertion one) {
        boolean json = spot.isJson(source);
        return spot.node() instanceof Mapping
                ? Writer.flowEntry(one.key(), one.value(), json)
                : Writer.flow(one.value(), json);
    }

    private Lines lines() {
        return new Lines(source, members, spot.around().isEmpty());
    }

    private TextEdit emptied() {
        int open = spot.node().span().start() + 1;
        int close = spot.node().span().end() - 1;
        var first = members.getFirst();
        int start = source.leads(first.start()) ? lines().first(0) : first.start();
        int end = withComment(behind(members.getLast()));
        boolean nothingElse = source.isBlank(open, start) && source.isBlank(end, close);
        return source.edit(nothingElse ? open : start, nothingElse ? close : end, "");
    }

    private static int behind(Member member) {
        return member.comma() < 0 ? member.end() : member.comma() + 1;
    }

    private int withComment(int end) {
        int next = source.pastBlanks(end);
        return source.at(next) == '#' && source.sameLine(end, next) ? source.lineEnd(next) : end;
    }

    private List<TextEdit> cut(Run run) {
        var first = members.get(run.first());
        var last = members.get(run.last());
        if (hasOwnLines(first, last)) {
            return ownLines(run);
        }
        boolean hasNext = run.last() < members.size() - 1;
        boolean hasPrevious = run.first() > 0;
        int next = hasNext ? members.get(run.last() + 1).start() : 0;
        int previous = hasPrevious ? members.get(run.first() - 1).end() : 0;
        if (hasNext && source.sameLine(last.end(), next)) {
            return List.of(source.edit(first.start(), next, ""));
        }
        if (hasPrevious && !source.hasComment(previous, first.start())) {
            return List.of(source.edit(previous, last.end(), ""));
        }
        if (hasNext && !source.hasComment(last.end(), next)) {
            return List.of(source.edit(first.start(), next, ""));
        }
        int comma = last.comma() >= 0 ? last.comma() : members.get(run.first() - 1).comma();
        return List.of(
                source.edit(comma, comma + 1, ""), source.edit(first.start(), last.end(), ""));
    }

    private boolean hasOwnLines(Member first, Member last) {
        int end = behind(last);
        return source.leads(first.start())
                && source.sameLine(last.end(), end)
                && source.isBlank(withComment(end), source.lineEnd(end));
    }

    private List<TextEdit> ownLines(Run run) {
        var edits = new ArrayList<TextEdit>();
        var last = members.get(run.last());
        if (last.comma() < 0) {
            int comma = members.get(run.first() - 1).comma();
            edits.add(source.edit(comma, comma + 1, ""));
        }
        edits.add(lines().cut(lines().first(run.first()), source.lineEnd(behind(last)), -1));
        return edits;
    }

    private List<TextEdit> insert(Insertion one) {
        var written = written(one);
        for (int i = one.before(); i < members.size(); i++) {
            if (!removed.contains(i)) {
                return List.of(before(i, written));
            }
        }
        for (int i = members.size() - 1; i >= 0; i--) {
            if (!removed.contains(i)) {
                return behind(i, written);
            }
        }
        throw new IllegalStateException("nothing stays beside " + one);
    }

    private TextEdit before(int index, String written) {
        int start = members.get(index).start();
        int line = source.lineStart(start);
        if (!isInOwnLine(start)) {
            return source.edit(start, start, written + ", ");
        }
        return lines().above(index, source.text().substring(line, start) + written + ",");
    }

    private boolean isInOwnLine(int start) {
        return source.leads(start) && source.lineStart(start) > spot.node().span().start();
    }

    /// Behind the last that stays.
    private List<TextEdit> behind(int index, String written) {
        var member = members.get(index);
        int end = member.end();
        if (!isInOwnLine(member.start())) {
            return List.of(source.edit(end, end, ", " + written));
        }
        var pad = source.text().substring(source.lineStart(member.start()), member.start());
        var line = "\n" + pad + written;
        int comma = member.comma();
        int lineEnd = source.lineEnd(end);
        boolean commented = withComment(behind(member)) == lineEnd && lineEnd > behind(member);
        if (!commented || index < members.size() - 1) {
            return List.of(source.edit(end, end, "," + line));
        }
        return comma >= 0
                ? List.of(source.edit(lineEnd, lineEnd, line + ","))
                : List.of(source.edit(end, end, ","), source.edit(lineEnd, lineEnd, line));
    }
}
