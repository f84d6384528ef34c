package io.windrose.shell.canary;

import io.windrose.session.rollout.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// One of the usual steps of a canary; pressing it sets the draft and nothing else.
///
/// @param word what it is to what is asked: `back`, `now`, `next`, `held`, `later`, `draft`
record StepState(int percent, String word, Look look) {
    private static final List<Integer> USUAL = List.of(5, 25, 50, 100);

    enum Look {
        PLAIN,
        NOW,
        /// Now, and a guard rail is broken.
        BROKEN,
        DRAFT
    }

    static List<StepState> of(CanaryFacts facts) {
        int asked = facts.asked().percent(facts.canary());
        int draft = facts.draft().percent(facts.canary());
        boolean broken = isHeld(facts);
        var percents = new TreeSet<>(USUAL);
        percents.add(asked);
        var steps = new ArrayList<StepState>();
        boolean next = true;
        for (int percent : percents) {
            boolean drafted = percent == draft && draft != asked;
            if (percent == asked) {
                steps.add(new StepState(percent, "now", broken ? Look.BROKEN : Look.NOW));
            } else if (percent < asked) {
                steps.add(new StepState(percent, "back", drafted ? Look.DRAFT : Look.PLAIN));
            } else {
                var word = next ? broken ? "held" : "next" : "later";
                steps.add(new StepState(percent, word, drafted ? Look.DRAFT : Look.PLAIN));
                next = false;
            }
        }
        return steps;
    }

    static boolean isHeld(CanaryFacts facts) {
        return facts.verdict() instanceof Verdict.Breached;
    }

    /// The usual step below a share; 0 below the first.
    static int below(int percent) {
        return USUAL.reversed().stream().filter(step -> step < percent).findFirst().orElse(0);
    }
}
