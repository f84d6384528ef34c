package io.windrose.config.patch;

import io.windrose.config.tree.ConfigTree;
import java.util.List;

/// Which lines a member of a collection takes, its own comments included.
///
/// These are the comment lines directly above that begin in its column, and those below that begin
/// further right. What stands above the first member of a document belongs to the document.
///
/// @param members of one collection, in the order of the text
/// @param root whether the collection is a document
record Lines(Source source, List<Member> members, boolean root) {

    /// The beginning of the first of its lines; it stands there alone.
    int first(int index) {
        var member = members.get(index);
        int column = source.column(member.start());
        int first = source.lineStart(member.start());
        int floor = index == 0 ? source.begin() : source.nextLine(members.get(index - 1).end());
        if (root && index == 0) {
            return first;
        }
        while (first > floor) {
            int above = source.lineStart(first - 1);
            int word = source.pastBlanks(above);
            boolean own = above >= floor && source.at(word) == '#' && source.column(word) == column;
            if (!own || word >= first) {
                break;
            }
            first = above;
        }
        return first;
    }

    /// Where the break of the last of its lines stands.
    int last(int index) {
        var member = members.get(index);
        int column = source.column(member.start());
        int last = endOfValue(member);
        for (int line = source.nextLine(last); line > last && line < source.length(); ) {
            int word = source.pastBlanks(line);
            if (source.at(word) != '#' || source.column(word) <= column) {
                break;
            }
            last = source.lineEnd(word);
            line = source.nextLine(last);
        }
        return last;
    }

    private int endOfValue(Member member) {
        int end = source.lineEnd(member.end());
        return keeps(member.value()) ? lastBlank(end) : end;
    }

    private boolean keeps(ConfigTree value) {
        return BlockScalar.last(source, value).filter(BlockScalar::keeps).isPresent();
    }

    /// The break of the last blank line behind the line that ends at `end`.
    private int lastBlank(int end) {
        int last = end;
        int next = source.nextLine(last);
        while (next > last
                && next < source.length()
                && source.isBlank(next, source.lineEnd(next))) {
            last = source.lineEnd(next);
            next = source.nextLine(last);
        }
        return last;
    }

    /// Takes out whole lines, so that what is before and behind stays what it was.
    ///
    /// @param first where the first of them begins
    /// @param last where the break of the last of them stands
    /// @param before the index of the member before them, -1 for none
    TextEdit cut(int first, int last, int before) {
        int above = source.endAbove(first);
        if (above < 0) {
            return source.edit(first, source.nextLine(last), "");
        }
        if (before < 0) {
            return source.edit(above, last, "");
        }
        var member = members.get(before);
        var text = BlockScalar.last(source, member.value());
        if (text.isPresent() && source.isBlank(member.end(), first)) {
            if (last == source.length()) {
                return source.edit(first, last, "");
            }
            return source.edit(above, text.get().keeps() ? lastBlank(last) : last, "");
        }
        return source.edit(above, last, "");
    }

    /// Puts lines below those of a member.
    TextEdit below(int index, String lines) {
        int last = last(index);
        return source.edit(last, last, "\n" + lines);
    }

    /// Puts lines above those of a member.
    TextEdit above(int index, String lines) {
        int first = first(index);
        int above = source.endAbove(first);
        return above < 0
                ? source.edit(first, first, lines + "\n")
                : source.edit(above, above, "\n" + lines);
    }
}
