package io.windrose.analysis.check.security;

import io.windrose.traffic.authorize.Caller;
import io.windrose.traffic.authorize.Policy;
import io.windrose.traffic.authorize.Term;
import io.windrose.traffic.authorize.Truth;
import io.windrose.traffic.match.NoRequest;
import java.util.ArrayList;
import java.util.List;

/// What the engine makes of requests of which not everything is known: all that is open of them is
/// told by cases, one in which a condition holds, and one in which it fails.
final class Cases {
    /// Nothing is asked of him.
    private static final Caller ANYBODY = new Caller(false, List.of(), null, 0, null, null, "");

    /// Of what is still open then nothing is certain.
    private static final int MOST_SPLITS = 5;

    private Cases() {}

    /// Whether the rule matches all of these requests, or none of them.
    ///
    /// @param wanted whether it is to match or not
    static boolean areSure(Policy rule, Way way, Truth wanted) {
        return areSure(rule, way, wanted, MOST_SPLITS);
    }

    private static boolean areSure(Policy rule, Way way, Truth wanted, int splits) {
        var open = new ArrayList<Term>(1);
        var truth =
                Terms.replace(rule, leaf -> told(leaf, way, open)).test(ANYBODY, NoRequest.HEAD);
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
    private static Term told(Term leaf, Way way, List<Term> open) {
        if (leaf instanceof Term.Always) {
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
