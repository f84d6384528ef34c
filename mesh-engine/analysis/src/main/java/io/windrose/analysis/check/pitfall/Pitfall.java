package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Check;
import java.util.Set;

/// A check that says one thing of our own.
abstract class Pitfall implements Check {
    private final String code;

    Pitfall(String code) {
        this.code = code;
    }

    final String code() {
        return code;
    }

    @Override
    public final Set<String> codes() {
        return Set.of(code);
    }
}
