package io.windrose.analysis.check.security;

import io.windrose.traffic.authorize.Caller;
import io.windrose.traffic.authorize.Policy;
import io.windrose.traffic.authorize.Term;
import io.windrose.traffic.authorize.Truth;
import io.windrose.traffic.match.RequestHead;
import java.util.ArrayList;
import java.util.List;

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

    /// Whether the rule matches all of these requests, or none of them.
    ///
    /// @param way more that is known of them
    /// @param wanted whether it is to match or not
    boolean areSure(Policy rule, Way way, Truth wanted) {
        return areSure(rule, way, wanted, MOST_SPLITS);
    }

    private boolean areSure(Policy rule, Way way, Truth wanted, int splits) {
        var open = new ArrayList<Term>(1);
        var truth = Terms.replace(rule, leaf -> told(leaf, way, open)).test(caller, head);
        if (truth != Truth.UNKNOWN || splits == 0 || open.isEmpty()) {
            return truth == wanted;
        }
        var holds = way.and(new Way(open, List.of()));
        var fails = way.and(new Way(List.of(), open));
        // the case in which most rules are something else goes first
        return (wanted == Truth.TRUE ? List.of(fails, holds) : List.of(holds, fails))
                .stream()
                        .allMatch(one ->
                                one.isImpossible() || areSure(rule, one, wanted, splits - 1));
    }

    /// What stands for a condition.
    ///
    /// @param open takes the first one that is neither known nor told
    private Term told(Term leaf, Way way, List<Term> open) {
        if (leaf instanceof Term.Always || isKnown.tells(leaf)) {
            return leaf;
        }
        return switch (way.tells(leaf)) {
            case TRUE -> new Term.Always(true);
            case FALSE -> new Term.Always(false);
            case UNKNOWN -> {
                if (open.isEmpty() && !(leaf instanceof Term.NotUnderstood)) {
                    open.add(leaf);
                }
                yield Terms.open();
            }
        };
    }
}
