package io.windrose.config.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/// Members that follow each other.
///
/// @param last inclusive
record Run(int first, int last) {

    static List<Run> of(SortedSet<Integer> indexes) {
        var runs = new ArrayList<Run>();
        for (int index : indexes) {
            if (!runs.isEmpty() && runs.getLast().last == index - 1) {
                runs.add(new Run(runs.removeLast().first, index));
            } else {
                runs.add(new Run(index, index));
            }
        }
        return runs;
    }

    boolean contains(int index) {
        return first <= index && index <= last;
    }
}
