package io.windrose.analysis.check.routing;

import java.util.Map;

/// What the checks of this package share.
final class Routing {
    private Routing() {}

    /// `app: reviews, version: v1`.
    static String words(Map<String, String> labels) {
        return String.join(
                ", ",
                labels.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList());
    }
}
