package io.windrose.config.patch;

import io.windrose.config.patch.Value.Fields;
import io.windrose.config.patch.Value.Text;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.Span;
import java.util.ArrayList;
import java.util.List;

/// Another value in the place of one.
///
/// @param own the value with its key or dash; of the value alone for a document
record Replacement(Source source, Writer writer, Spot spot, Member own, Value to)
        implements Change {

    @Override
    public Span about() {
        return spot.node().span();
    }

    @Override
    public List<Span> gone() {
        return List.of(about());
    }

    /// Whether nothing but the value itself is written anew.
    boolean isInPlace() {
        boolean lines = isBlock() && source.leads(about().start());
        return staysInLine() && !(lines && !spot.around().isEmpty());
    }

    private boolean staysInLine() {
        return spot.inBrackets() || isFilledFlow(spot.node()) || !Writer.isNested(to);
    }

    @Override
    public List<TextEdit> edits() {
        if (staysInLine()) {
            return inLine();
        }
        if (spot.around().isEmpty()) {
            return document();
        }
        int start = about().start();
        if (isBlock() && source.leads(start)) {
            boolean tooFar = to instanceof Fields && source.column(start) <= column();
            int column = tooFar ? writer.under(to, column()) : source.column(start);
            return List.of(
                    source.edit(source.lineEnd(own.inner()), end(), "\n" + indented(column)));
        }
        boolean inPlace =
                source.leads(start) || spot.parent().filter(Sequence.class::isInstance).isPresent();
        return inPlace ? inPlace() : belowKey();
    }

    /// A value without lines of its own.
    private List<TextEdit> inLine() {
        int start = about().start();
        if (!isInPlace()) {
            return List.of(
                    source.edit(own.inner(), own.inner(), " " + written()),
                    source.edit(source.lineEnd(own.inner()), end(), ""));
        }
        return List.of(source.edit(start, end(), gap() + written()));
    }

    private List<TextEdit> document() {
        int start = about().start();
        boolean behindMarker = !source.leads(start);
        return List.of(
                source.edit(
                        start,
                        end(),
                        behindMarker
                                ? "\n" + writer.block(to, 0)
                                : writer.block(to, source.column(start))));
    }

    private List<TextEdit> inPlace() {
        int start = about().start();
        int column = gap().isEmpty() ? source.column(start) : column() + 2;
        return List.of(source.edit(start, end(), gap() + writer.block(to, column)));
    }

    /// The comment behind the old value stays in the line of the key.
    private List<TextEdit> belowKey() {
        var lines = "\n" + indented(writer.under(to, column()));
        int lineEnd = source.lineEnd(end());
        if (source.isBlank(end(), lineEnd)) {
            return List.of(source.edit(own.inner(), lineEnd, lines));
        }
        var edits = new ArrayList<TextEdit>();
        edits.add(source.edit(own.inner(), end(), ""));
        edits.add(source.edit(lineEnd, lineEnd, lines));
        return edits;
    }

    private String indented(int column) {
        return " ".repeat(column) + writer.block(to, column);
    }

    private String written() {
        boolean json = spot.isJson(source);
        if (!(to instanceof Text(var text)) || !(spot.node() instanceof Scalar) || json) {
            return Writer.flow(to, json);
        }
        int start = about().start();
        int end = about().end();
        var old = source.text().substring(start, end);
        return Literal.like(source, start, end, text, column())
                .orElseGet(() -> Quotes.like(old, text));
    }

    /// A missing value begins directly behind its colon or dash.
    private String gap() {
        boolean missing = about().start() == about().end();
        return missing ? " " : "";
    }

    private int column() {
        return source.column(own.start());
    }

    /// The comment behind the last line of a block belongs to what stands in that line.
    private int end() {
        return isBlock() ? source.lineEnd(own.end()) : own.end();
    }

    private boolean isBlock() {
        return !(spot.node() instanceof Scalar) && !Spot.isFlow(spot.node());
    }

    private static boolean isFilledFlow(ConfigTree node) {
        return Spot.isFlow(node) && !Spot.children(node).isEmpty();
    }
}
