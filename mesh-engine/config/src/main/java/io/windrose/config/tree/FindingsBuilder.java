package io.windrose.config.tree;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Collects what is wrong with one document: each thing once, and nothing beyond what is listed but
/// its number, so that a text full of mistakes costs no more than one with a few.
///
/// On the caller's thread.
public final class FindingsBuilder {
    private static final int LONGEST_MESSAGE = 500;

    private final Set<Problem> listed = new LinkedHashSet<>();
    private int errors;
    private int warnings;
    private int moreErrors;
    private int moreWarnings;

    public void add(Problem problem) {
        add(problem.severity(), () -> problem);
    }

    /// @param problem of that severity; not asked for when there is no room for it
    public void add(Severity severity, Supplier<Problem> problem) {
        boolean error = severity == Severity.ERROR;
        if ((error ? errors : warnings) == Findings.MOST) {
            moreErrors += error ? 1 : 0;
            moreWarnings += error ? 0 : 1;
        } else if (listed.add(readable(problem.get()))) {
            errors += error ? 1 : 0;
            warnings += error ? 0 : 1;
        }
    }

    /// A sentence quotes what somebody wrote; only as much of it as can be read.
    private static Problem readable(Problem problem) {
        var message = problem.message();
        return message.length() <= LONGEST_MESSAGE
                ? problem
                : new Problem(
                        problem.code(),
                        problem.severity(),
                        problem.place(),
                        message.substring(0, LONGEST_MESSAGE) + "...");
    }

    public void addAll(List<Problem> problems) {
        problems.forEach(this::add);
    }

    public void addAll(Findings findings) {
        addAll(findings.listed());
        addMore(findings.moreErrors(), findings.moreWarnings());
    }

    public void addMore(int errorsMore, int warningsMore) {
        moreErrors += errorsMore;
        moreWarnings += warningsMore;
    }

    public Findings build() {
        return new Findings(List.copyOf(listed), moreErrors, moreWarnings);
    }
}
