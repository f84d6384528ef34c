package io.windrose.analysis;

import java.util.HashSet;
import java.util.Set;

/// What somebody looks at of a mesh, while he does so. Confined to his thread.
public final class Notes {
    private final Set<String> kinds = new HashSet<>();
    private final Set<Asked<?>> facts = new HashSet<>();

    void add(String kind) {
        kinds.add(kind);
    }

    void add(Asked<?> fact) {
        facts.add(fact);
    }

    /// What was looked at since the last time.
    public Reads take() {
        var reads = Reads.of(kinds, facts);
        kinds.clear();
        facts.clear();
        return reads;
    }
}
