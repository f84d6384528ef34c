package io.windrose.session.rollout;

import io.windrose.kernel.TrafficSplit;
import java.util.LinkedHashMap;
import java.util.SplittableRandom;

/// Splits for tests: given ones and any.
final class Splits {
    private Splits() {}

    /// `v1`, `v2` ... with these percents.
    static TrafficSplit of(int... percents) {
        var split = new LinkedHashMap<String, Integer>();
        for (int percent : percents) {
            split.put("v" + (split.size() + 1), percent);
        }
        return new TrafficSplit(split);
    }

    /// Of 1 to 6 subsets, often with zeros among them.
    static TrafficSplit any(SplittableRandom random) {
        var percents = new int[random.nextInt(1, 7)];
        percents[0] = 100;
        for (int i = 1; i < percents.length; i++) {
            int part = random.nextInt(3) == 0 ? 0 : random.nextInt(percents[0] + 1);
            percents[i] = part;
            percents[0] -= part;
        }
        return of(percents);
    }

    /// As a proxy divides: each request by itself.
    static ObservedSplit observed(SplittableRandom random, TrafficSplit split, int requests) {
        var counts = new LinkedHashMap<String, Long>();
        split.percentBySubset().keySet().forEach(subset -> counts.put(subset, 0L));
        for (int i = 0; i < requests; i++) {
            int dice = random.nextInt(100);
            for (var share : split.percentBySubset().entrySet()) {
                dice -= share.getValue();
                if (dice < 0) {
                    counts.merge(share.getKey(), 1L, Long::sum);
                    break;
                }
            }
        }
        return new ObservedSplit(counts);
    }
}
