package io.windrose.runtime;

import java.util.LinkedHashSet;
import java.util.Set;

/// The reasons against one resource, collected while it is read; reading goes on so that all of
/// them are found, each once.
final class Refusals {
    private final Set<String> reasons = new LinkedHashSet<>();

    void add(String reason) {
        reasons.add(reason);
    }

    /// Refuses what a resource asks for and we do not do.
    void unsupported(boolean asked, String what) {
        if (asked) {
            add(what + " is not supported");
        }
    }

    /// Refuses an extension whose settings are of a type that we do not know.
    void unknown(String role, String name, TypedConfig config) {
        add(
                config.type().isEmpty()
                        ? "%s '%s' has no settings".formatted(role, name)
                        : "%s '%s' of type %s is not supported"
                                .formatted(role, name, config.type()));
    }

    boolean isEmpty() {
        return reasons.isEmpty();
    }

    @Override
    public String toString() {
        return String.join("; ", reasons);
    }
}
