package io.windrose.config.tree;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is wrong with one document, as far as somebody would read it.
///
/// @param listed in the order in which it was found; at most [#MOST] errors, and as many warnings
/// @param moreErrors about how many there are beyond those; what is found twice may count twice
public record Findings(List<Problem> listed, int moreErrors, int moreWarnings) {
    public static final int MOST = 200;
    public static final Findings NONE = new Findings(List.of(), 0, 0);

    private static final Comparator<Problem> IN_ORDER_OF_TEXT =
            Comparator.comparingInt((Problem one) -> one.place().line())
                    .thenComparingInt(one -> one.place().column());

    public Findings {
        listed = List.copyOf(listed);
    }

    public boolean hasErrors() {
        return listed.stream().anyMatch(Problem::isError);
    }

    /// Both, this first, as far as there is room.
    public Findings and(Findings other) {
        if (equals(NONE)) {
            return other;
        }
        var both = new FindingsBuilder();
        both.addAll(this);
        both.addAll(other);
        return both.build();
    }

    /// All that is listed, in the order of the text, and at last how many more there are.
    public List<Problem> problems() {
        var sorted = listed.stream().sorted(IN_ORDER_OF_TEXT).toList();
        return moreErrors + moreWarnings == 0
                ? sorted
                : Stream.concat(sorted.stream(), Stream.of(more(sorted.getLast().place())))
                        .toList();
    }

    private Problem more(Place last) {
        var errors = counted(moreErrors, "error");
        var warnings = counted(moreWarnings, "warning");
        return new Problem(
                "MESH0129",
                moreErrors > 0 ? Severity.ERROR : Severity.WARNING,
                last.withPath(""),
                "This document has about %s more; the first %d of a kind are listed."
                        .formatted(
                                errors.map(e -> warnings.map(w -> e + " and " + w).orElse(e))
                                        .or(() -> warnings)
                                        .orElseThrow(),
                                MOST));
    }

    private static Optional<String> counted(int count, String noun) {
        return count == 0
                ? Optional.empty()
                : Optional.of(count + " " + noun + (count == 1 ? "" : "s"));
    }
}
