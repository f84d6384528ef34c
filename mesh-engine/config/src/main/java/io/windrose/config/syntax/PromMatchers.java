package io.windrose.config.syntax;

import com.google.re2j.Pattern;
import io.windrose.config.syntax.PromToken.Kind;
import java.util.Set;

/// Reads the labels that a metric of Prometheus must carry.
final class PromMatchers {
    private static final Set<String> MARKS = Set.of("=", "!=", "=~", "!~");
    private static final String NAME = "__name__";

    /// No longer ones are looked into.
    private static final int LONGEST_PATTERN = 1024;

    private final PromReader in;
    private boolean named;
    private boolean selective;

    PromMatchers(PromReader in) {
        this.in = in;
    }

    /// From the opening brace up to the closing one.
    ///
    /// @param metric the name before them, or empty
    void read(String metric) throws PromMistake {
        in.expectMark("{");
        while (!in.takesMark("}")) {
            matcher();
            if (!in.takesMark(",") && !in.next().isMark("}")) {
                throw in.mistake("`,` or `}`");
            }
        }
        if (named && !metric.isEmpty()) {
            throw new PromMistake("The name of a metric stands before the braces or in them.");
        }
        if (metric.isEmpty() && !selective) {
            throw new PromMistake(
                    "This selects every series; one label at least must not be empty.");
        }
    }

    private void matcher() throws PromMistake {
        var label = in.next();
        boolean quoted = label.kind() == Kind.TEXT;
        if (!quoted && label.kind() != Kind.WORD) {
            throw in.mistake("a label or `}`");
        }
        var _ = in.take();
        if (quoted && !MARKS.contains(in.next().text())) {
            named = true;
            selective = true;
            return;
        }
        named |= (quoted ? PromTexts.value(label.text()) : label.text()).equals(NAME);
        if (in.next().kind() != Kind.MARK || !MARKS.contains(in.next().text())) {
            throw in.mistake("one of =, !=, =~, !~");
        }
        var mark = in.take().text();
        var value = in.next();
        if (!in.takes(Kind.TEXT)) {
            throw in.mistake("a value in quotes");
        }
        boolean takesNothing = takesNothing(mark, PromTexts.value(value.text()));
        selective |= !takesNothing;
    }

    /// Whether a series without the label is among those that are meant.
    private static boolean takesNothing(String mark, String value) throws PromMistake {
        boolean empty = value.isEmpty();
        if (mark.endsWith("~") && value.length() <= LONGEST_PATTERN) {
            var problem = Expressions.problem(value);
            if (problem.isPresent()) {
                throw new PromMistake(problem.get());
            }
            empty = Pattern.compile(value, Pattern.DOTALL).matches("");
        }
        return mark.startsWith("=") == empty;
    }
}
