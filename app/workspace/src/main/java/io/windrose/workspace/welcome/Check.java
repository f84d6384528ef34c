package io.windrose.workspace.welcome;

import io.windrose.topology.Health;

/// One thing that was looked at before connecting.
///
/// @param status failing where connecting will not work, degraded where it works with something
///   lost, none for what is only to be known
/// @param detail what was seen, or what to do about it
public record Check(Health.Status status, String title, String detail) {

    static Check good(String title, String detail) {
        return new Check(Health.Status.HEALTHY, title, detail);
    }

    static Check note(String title, String detail) {
        return new Check(Health.Status.NONE, title, detail);
    }

    static Check doubtful(String title, String detail) {
        return new Check(Health.Status.DEGRADED, title, detail);
    }

    static Check bad(String title, String detail) {
        return new Check(Health.Status.FAILING, title, detail);
    }
}
