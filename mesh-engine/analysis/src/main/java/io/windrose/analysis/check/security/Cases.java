package io.windrose.analysis.check.security;

import io.windrose.traffic.authorize.Caller;
import io.windrose.traffic.authorize.Policy;
import io.windrose.traffic.authorize.Term;
import io.windrose.traffic.authorize.Truth;
import io.windrose.traffic.match.RequestHead;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// What the engine makes of requests of which not everything is known: all that is open of them is
/// told by cases, one in which a condition holds, and one in which it fails.
///
/// @param caller of whom only what is known is asked
/// @param head likewise
/// @param isKnown whether the two tell what a condition asks for
record Cases(Caller caller, RequestHead head, Knowledge isKnown) {
    /// Of what is still open then nothing is certain.
    private static final int MOST_SPLITS = 5;

    /// What is known of requests.
    interface Knowledge {
        boolean tells(Term leaf);
    }

    /// Whether the rule matches all of these requests, none, or perhaps some.
    ///
    /// @param way more that is known of them
    Truth test(Policy rule, Way way) {
        return test(rule, way, MOST_SPLITS);
    }

    private Truth test(Policy rule, Way way, int splits) {
        var open = new AtomicReference<Optional<Term>>(Optional.empty());
        var told =
                Terms.replace(
                        rule,
                        leaf -> {
                            if (leaf instanceof Term.Always || isKnown.tells(leaf)) {
                                return leaf;
                            }
                            return switch (way.tells(leaf)) {
                                case TRUE -> new Term.Always(true);
                                case FALSE -> new Term.Always(false);
                                case UNKNOWN -> {
                                    if (!(leaf instanceof Term.NotUnderstood)) {
                                        open.compareAndSet(Optional.empty(), Optional.of(leaf));
                                    }
                                    yield Terms.open();
                                }
                            };
                        });
        var truth = told.test(caller, head);
        return truth != Truth.UNKNOWN || splits == 0
                ? truth
                : open.get().map(leaf -> split(rule, way, leaf, splits - 1)).orElse(truth);
    }

    private Truth split(Policy rule, Way way, Term leaf, int splits) {
        var cases =
                List.of(
                                way.and(new Way(List.of(leaf), List.of())),
                                way.and(new Way(List.of(), List.of(leaf))))
                        .stream()
                        .filter(one -> !one.isImpossible())
                        .toList();
        if (cases.isEmpty()) {
            return Truth.UNKNOWN;
        }
        var first = test(rule, cases.getFirst(), splits);
        return first == Truth.UNKNOWN
                        || cases.stream().skip(1).allMatch(one -> test(rule, one, splits) == first)
                ? first
                : Truth.UNKNOWN;
    }
}
