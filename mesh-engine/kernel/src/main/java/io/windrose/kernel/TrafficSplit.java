package io.windrose.kernel;

import static java.util.Collections.unmodifiableSequencedMap;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// How the requests of one route divide among subsets.
///
/// @param percentBySubset subset name to percent (0 to 100), in the order of the YAML; sums to 100
public record TrafficSplit(SequencedMap<String, Integer> percentBySubset) {

    public TrafficSplit {
        percentBySubset = unmodifiableSequencedMap(new LinkedHashMap<>(percentBySubset));
        for (int share : percentBySubset.values()) {
            if (share < 0 || share > 100) {
                throw new IllegalArgumentException("a share outside 0 to 100: " + percentBySubset);
            }
        }
        int sum = percentBySubset.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != 100) {
            throw new IllegalArgumentException("percents sum to " + sum + ": " + percentBySubset);
        }
    }

    /// @return 0 to 100; 0 for a subset that is not in the split
    public int percent(String subset) {
        return percentBySubset.getOrDefault(subset, 0);
    }

    /// The same split with `subset` at `percent`; the others keep their ratio to one another.
    ///
    /// Shares are rounded down and the first of the others takes what is left over, so that equal
    /// inputs give equal outputs. When the others all stand at zero, it takes the whole rest. A
    /// lone subset cannot move: there is nobody to give way.
    public TrafficSplit with(String subset, int percent) {
        if (percentBySubset.size() < 2) {
            return this;
        }
        int rest = 100 - percent;
        int restBefore = 100 - percent(subset);
        var next = new LinkedHashMap<>(percentBySubset);
        next.replaceAll((_, share) -> restBefore == 0 ? 0 : share * rest / restBefore);
        next.put(subset, percent);
        int leftOver = 100 - next.values().stream().mapToInt(Integer::intValue).sum();
        next.keySet().stream()
                .filter(name -> !name.equals(subset))
                .findFirst()
                .ifPresent(first -> next.merge(first, leftOver, Integer::sum));
        return new TrafficSplit(next);
    }
}
