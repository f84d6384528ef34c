package io.windrose.config.file;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where this program keeps what it must remember for a user, outside of anything that is edited.
public final class StateFolder {
    private StateFolder() {}

    /// The system property `windrose.state` names another one, for tests and trials.
    public static Path ofThisUser() {
        var named = System.getProperty("windrose.state", "");
        return named.isEmpty() ? ofThisSystem() : Path.of(named).toAbsolutePath();
    }

    private static Path ofThisSystem() {
        return of(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"));
    }

    /// @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base
    ///   directories</a>
    static Path of(Map<String, String> environment, String system, String home) {
        var local = environment.getOrDefault("LOCALAPPDATA", "");
        if (system.toLowerCase(Locale.ROOT).startsWith("windows") && !local.isEmpty()) {
            return Path.of(local, "windrose");
        }
        var state = environment.getOrDefault("XDG_STATE_HOME", "");
        return state.isEmpty() || !Path.of(state).isAbsolute()
                ? Path.of(home, ".local", "state", "windrose")
                : Path.of(state, "windrose");
    }
}
