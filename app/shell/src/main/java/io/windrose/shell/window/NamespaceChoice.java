package io.windrose.shell.window;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What is asked of the namespaces as boxes are ticked and cleared; none asked means all.
final class NamespaceChoice {
    private NamespaceChoice() {}

    /// The asked namespaces after one box was ticked or cleared. All ticked is the same as no
    /// choice, and the last one cannot be cleared: an empty graph answers nothing.
    static SortedSet<String> toggled(
            List<String> known, Set<String> asked, String namespace, boolean wanted) {
        var next = new TreeSet<>(asked.isEmpty() ? known : asked);
        if (wanted) {
            next.add(namespace);
        } else {
            next.remove(namespace);
        }
        return next.containsAll(known) || next.isEmpty() ? new TreeSet<>() : next;
    }

    static String words(int known, Set<String> asked) {
        return switch (asked.size()) {
            case 0 -> known == 1 ? "1 namespace" : known + " namespaces";
            case 1 -> asked.iterator().next();
            default -> asked.size() + " of " + known + " namespaces";
        };
    }
}
